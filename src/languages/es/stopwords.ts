/** Spanish words that link nothing; own list. They also tell where a sentence starts after an abbreviation. */
export const stopwords = `
  el la los las lo un una unos unas al del de a ante bajo con contra desde durante en entre hacia hasta mediante para por según sin so sobre tras vía y e o u ni
  que pero mas sino aunque porque pues como si cuando mientras donde adonde cual cuales cuyo cuya cuyos cuyas quien quienes qué quién quiénes cuál cuáles cuándo
  cuánto cuánta cuántos cuántas dónde cómo yo tú él ella ello usted nosotros nosotras vosotros vosotras ellos ellas ustedes me te se nos os le les mí ti sí conmigo
  contigo consigo mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras mío mía suyo suya suyos suyas este esta esto estos estas ese esa
  eso esos esas aquel aquella aquello aquellos aquellas éste ésta éstos éstas ése ésa aquél aquélla otro otra otros otras mismo misma mismos mismas tal tales tanto
  tanta tantos tantas todo toda todos todas cada cualquier cualquiera cualesquiera algún alguno alguna algunos algunas ningún ninguno ninguna nada nadie algo alguien
  mucho mucha muchos muchas poco poca pocos pocas varios varias ambos ambas demás más menos muy tan ya aún todavía también tampoco no solo sólo solamente además así
  aquí ahí allí acá allá ahora entonces luego después antes siempre nunca jamás hoy ayer mañana casi bien mal mejor peor quizá quizás incluso excepto salvo
  ser es son soy eres somos sois era eran fue fueron sido siendo será serán sería serían sea sean fuera fueran fuese estar está están estoy estamos estaba estaban estuvo
  estuvieron estado estará estén esté haber ha han he has hemos hay había habían hubo habrá habrán habría habrían haya hayan hubiera hubieran habido tener tiene
  tienen tenía tenían tuvo tendrá tenga hacer hace hacen hizo hacía puede pueden podía podían pudo podrá podrán podría podrían debe deben debía debían
  debería deberían va van iba iban ir vez veces dentro fuera cerca lejos encima debajo delante detrás junto respecto acerca través pesar embargo
  obstante aun etc dicho dicha dichos dichas mediante asimismo igualmente`
