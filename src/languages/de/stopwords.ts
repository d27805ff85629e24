/** German words that link nothing; own list. They also tell where a sentence starts after an abbreviation. */
export const stopwords = `
  der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser diese dieses diesen diesem jener jene jenes jenen jenem
  jeder jede jedes jeden jedem mancher manche manches manchen welcher welche welches welchen welchem solche solcher solches solchen aller alle alles allen
  in im ins an am ans auf aufs aus bei beim mit nach von vom zu zum zur über unter vor hinter neben zwischen durch für gegen ohne um bis seit während
  wegen trotz statt anstatt innerhalb außerhalb oberhalb unterhalb gegenüber gemäß laut entlang ab außer binnen dank mittels hinsichtlich bezüglich
  und oder aber denn sondern doch jedoch als wenn weil da dass daß damit obwohl obgleich ob bevor nachdem ehe sobald solange sofern falls indem wie wo
  wohin woher wann warum weshalb wieso wer was wem wen wessen worin woran worauf womit wodurch wofür wonach wovon wozu worüber
  ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen sich mein meine meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner
  seines ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure euren eurem eurer man einander selbst
  bin bist ist sind seid war warst waren wart wäre wären gewesen werde wirst wird werden werdet wurde wurden worden würde würden geworden
  habe hast hat haben habt hatte hatten hätte hätten gehabt kann kannst können könnt konnte konnten könnte könnten muss müssen musste mussten müsste müssten
  soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte durften dürfte mag mögen mochte möchte möchten lässt lassen ließ
  nicht nichts nie niemals niemand jemand etwas einige einiger einigen mehrere viele vielen vieler viel wenig wenige mehr meist meisten
  auch noch schon nur sehr so sogar eben gar ja nein nun jetzt dann da dort hier daher darum deshalb deswegen dadurch dafür dagegen daran darauf daraus
  darin darüber darunter davon davor dazu dabei danach daneben hierbei hierdurch hierfür hiermit hierzu immer wieder oft manchmal bereits zudem außerdem ferner
  allerdings dennoch trotzdem zwar also somit folglich vielmehr ebenfalls ebenso gleichfalls namentlich insbesondere etwa wohl bloß lediglich
  hin her herum weiter zurück zusammen später früher heute gestern morgen zuvor zunächst schließlich inzwischen mittlerweile einst bald`
