/**
 * Dutch spells a long vowel once in an open syllable and twice in a closed one (*hoge*, *hoog*), doubles a consonant after a
 * short vowel (*witte*, *wit*), and writes f and s at the end of a word for v and z (*boze*, *boos*).
 */

/**
 * Spellings that a word may have once an ending that starts with a vowel is cut: `hog` gives `hoog` and `hog`, `witt` gives
 * `wit`, `officiël` gives `officieel`. The likelier first; most are no words.
 */
export function closedForms(open: string): readonly string[] {
  const devoiced = open.replace(/v$/, 'f').replace(/z$/, 's')
  const double = /([bcdfgklmnprst])\1$/.exec(devoiced)
  if (double !== null) return [devoiced.slice(0, -1)]
  const trema = /^(.*)ë([bdfgklmnprst])$/.exec(devoiced)
  if (trema !== null) {
    const [, before = '', after = ''] = trema
    return before.endsWith('i') ? [`${before}ee${after}`] : [`${before}ëe${after}`, devoiced]
  }
  const long = /^(.*[^aeiouy]|)([aeou])([bdfgklmnprst])$/.exec(devoiced)
  if (long === null) return [devoiced]
  const [, before = '', vowel = '', after = ''] = long
  return [`${before}${vowel}${vowel}${after}`, devoiced]
}

/** Infinitives that a verb's first person may belong to: `maak` gives `maken`, `zit` gives `zitten`, `leef` gives `leven` and `lefen`. */
export function infinitivesOf(stem: string): readonly string[] {
  if (stem.length < 3) return []
  const voiced = stem.replace(/f$/, 'v').replace(/s$/, 'z')
  return voiced === stem ? openForms(stem) : [...openForms(voiced), ...openForms(stem)]
}

function openForms(stem: string): readonly string[] {
  // *kopieer* is *kopiëren*, *creëer* is *creëren*.
  const trema = /^(.*i)ee([bdfgklmnprst])$/.exec(stem) ?? /^(.*ë)e([bdfgklmnprst])$/.exec(stem)
  if (trema !== null) {
    const [, before = '', after = ''] = trema
    return [before.endsWith('ë') ? `${before}${after}en` : `${before}ë${after}en`]
  }
  const long = /^(.*)(aa|ee|oo|uu)([bdfgklmnprstvz])$/.exec(stem)
  if (long !== null) {
    const [, before = '', vowel = '', after = ''] = long
    return [`${before}${vowel.charAt(0)}${after}en`]
  }
  const short = /^(.*[^aeiouy]|.*qu|)([aeiou])([bcdfgklmnprstvwz])$/.exec(stem)
  if (short === null) return [`${stem}en`]
  const [, before = '', , after = ''] = short
  // An unstressed last syllable doubles nothing: *openen*, *bevestigen*.
  return /[aeiouy]/.test(before) ? [`${stem}en`, `${stem}${after}en`] : [`${stem}${after}en`]
}
