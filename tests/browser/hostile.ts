/** Sentences that would do harm where text is taken for anything else. */
export const hostileSentences: readonly string[] = [
  '<script>globalThis.harm = 1</script> staat in 2021 in de tekst.',
  '</script><script>globalThis.harm = 2</script> staat er in 2022 ook.',
  ']]> en <!-- en --> en <![CDATA[ staan in artikel 23.',
  '<img src=x onerror="globalThis.harm = 4"> kost 24 euro.',
  `"'\`$\{globalThis.harm = 5}\`'" is geen waarde van 25 procent.`,
  '</td></table></main><h1>Kop 26</h1> sluit niets.',
  '&lt;b&gt; blijft &amp;lt;b&amp;gt; in 2027.',
  'Regels\u2028en\u2029alinea’s in 2028.',
  'http://example.org/harm.js staat er als woord 29.',
]
