/** Dutch words that link nothing; own list. They also tell where a sentence starts after an abbreviation. */
export const stopwords = `
  de het een 't 'n 's der den des ten ter te van in op aan voor met om uit bij naar over tot door onder tegen tussen tijdens zonder sinds
  sedert volgens binnen buiten boven beneden naast langs via vanaf vanuit rond rondom omtrent achter jegens krachtens wegens namens per inzake
  betreffende en of maar want noch dus doch dan als toen terwijl omdat doordat zodat opdat hoewel ofschoon nadat voordat totdat zodra zolang
  indien tenzij mits dat die dit deze wie wat welke welk wiens wier waar waarin waarop waarvan waarmee waarbij waardoor waarvoor waarna
  waaruit waarom waarover wanneer hoe ik jij je u hij zij ze wij we jullie hen hun hem haar mij me ons onze mijn jouw uw zijn zich zichzelf
  elkaar men er hier daar daarin daarop daarvan daarmee daarbij daardoor daarvoor daarna daaruit daarom daarover hierin hierop hiervan
  hiermee hierbij hierdoor hiervoor hierna hieruit hierover ervan erop erin ermee erbij erdoor ervoor eruit erover ertoe is was waren ben
  bent wordt worden werd werden geworden heeft hebben had hadden gehad zal zullen zou zouden kan kunnen kon konden moet moeten moest moesten
  mag mogen mocht mochten wil willen wilde wilden laat laten liet doet doen deed ga gaat gaan ging gingen geweest niet geen wel niets iets
  iemand niemand alles alle al allen elk elke ieder iedere sommige enkele enige veel vele weinig meer meest minder zo zoals zulke zo'n
  ook nog nu al reeds weer alleen slechts zelfs juist toch echter bovendien immers eens ooit nooit altijd vaak soms heel erg zeer te
  toe af mee heen terug samen eveneens tevens namelijk aldus evenals evenmin na ernaar eraan eronder ertegen ertussen waaraan waaronder waartegen waartussen waartoe daaraan
  daaronder daartegen daartoe daarnaast daartussen hieraan hieronder hiertoe hiernaast enzovoort overeen bijeen uiteen tegemoet`
