/** French words that link nothing; own list. They also tell where a sentence starts after an abbreviation. */
export const stopwords = `
  le la les l' un une des du de d' au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs quel quelle quels quelles
  à dans en sur sous par pour avec sans entre chez vers contre depuis pendant durant avant après devant derrière malgré selon suivant dès jusque jusqu' jusqu'à
  parmi hors hormis sauf outre envers via lors afin concernant moyennant voici voilà
  et ou où mais donc or ni car que qu' qui quoi dont lequel laquelle lesquels lesquelles duquel desquels auquel auxquels auxquelles si comme quand lorsque lorsqu'
  puisque puisqu' parce quoique quoiqu' bien tandis alors ainsi
  je j' tu il elle on nous vous ils elles me m' te t' se s' lui y moi toi soi eux n' ne pas plus moins jamais rien personne aucun aucune nul nulle guère point c' ça cela ceci celui celle
  ceux celles ci là même mêmes autre autres tel telle tels telles tout toute tous toutes chaque chacun chacune plusieurs quelque quelques certains certaines certain certaine
  suis es est sommes êtes sont étais était étions étaient été étant être sera seront serait seraient serai soit soient fut furent fût
  ai as a avons avez ont avais avait avions avaient eu ayant avoir aura auront aurait auraient ait aient eut eurent
  fait faire font peut peuvent pouvait pouvaient pourra pourrait pourraient doit doivent devait devaient devra devrait devraient veut veulent va vont allait
  très trop peu beaucoup assez aussi encore déjà toujours souvent parfois ici maintenant aujourd'hui hier demain puis ensuite enfin d'abord cependant toutefois néanmoins
  pourtant notamment surtout seulement presque environ autant tant tellement plutôt également désormais lors auparavant autrefois bientôt tôt tard combien comment pourquoi
  non oui`
