import type { LanguageTag } from '../core/types.ts'

/** Scripts that one language alone is written in today, so that the script settles the language. */
export const scriptLanguages: ReadonlyMap<string, LanguageTag> = new Map([
  ['Hang', 'ko'],
  ['Kana', 'ja'],
  ['Grek', 'el'],
  ['Thai', 'th'],
  ['Hebr', 'he'],
  ['Armn', 'hy'],
  ['Geor', 'ka'],
  ['Khmr', 'km'],
  ['Laoo', 'lo'],
  ['Mymr', 'my'],
  ['Taml', 'ta'],
  ['Telu', 'te'],
  ['Knda', 'kn'],
  ['Mlym', 'ml'],
  ['Gujr', 'gu'],
  ['Guru', 'pa'],
  ['Sinh', 'si'],
  ['Tibt', 'bo'],
])

/** Languages written in Han characters alone, by which forms of the characters they use. */
export const hanLanguages = { simplified: 'zh', traditional: 'zh-Hant' } as const

/** Frequent characters that only simplified writing has, and only traditional writing has (own list, facts of the two standards). */
export const simplifiedOnly =
  '国这们来时对会为发经动学过产开关长现业实问样点种义东车两书门见马语军农员务级区华际认观记设让许论证评识词译试话该请读课调谁谈难节气压传伤价优亿众体净决况别刘剧劳势协单卖卫厂厅历县参双变叶号听启团园围图圆块坏垒墙声处备复头夺奋妇妈娱孙宁宝审宪宫宽宾导尔尘尽层属岁岛币师带帮干广庄庆应庙异弃张录当忆态总恋恶惊惯战户扑执扩扫扬护报担拥择挂挤损换据捡摆无旧显晓术机杀权条极构枪柜标树桥档检楼毁毕汉汤沟没泪洁济浓涛润涨渐湾湿满灭灯灵炉炼热爱爷牺状独狮猫环电画疗盐监盖盘着矿码砖确离积称稳穷窃竞笔签简类粮紧纪纲纳纸线练组细织终结给络绝统继续维综绿网罗罚职联肃肤胜脑脱脸腊艺药萨虑虽蚀蚁补装订讨训议讯讲诉诊诗诚询详误说诸诺谋谢谱贝负财责败货质贩贫购贵贷贸费贺贼资赏赔赛赞赢赶趋跃践轨转轮软轻载较辆辉输边达迁运还进远违连迟适选遗邮邻郑酱释里钟钢钱铁银锁错键镇镜闭闲间闻阅阔队阳阴阵阶陆陈险随隐静项顺须顾顿预领频题颜风飞饭饮饰馆驻验骂骑骗鱼鲜鸟鸡鸣鸿鹏龙龟'
export const traditionalOnly =
  '國這們來時對會為發經動學過產開關長現業實問樣點種義東車兩書門見馬語軍農員務級區華際認觀記設讓許論證評識詞譯試話該請讀課調誰談難節氣壓傳傷價優億眾體淨決況別劉劇勞勢協單賣衛廠廳歷縣參雙變葉號聽啟團園圍圖圓塊壞壘牆聲處備複復頭奪奮婦媽娛孫寧寶審憲宮寬賓導爾塵盡層屬歲島幣師帶幫幹廣莊慶應廟異棄張錄當憶態總戀惡驚慣戰戶撲執擴掃揚護報擔擁擇掛擠損換據撿擺無舊顯曉術機殺權條極構槍櫃標樹橋檔檢樓毀畢漢湯溝沒淚潔濟濃濤潤漲漸灣濕滿滅燈靈爐煉熱愛爺犧狀獨獅貓環電畫療鹽監蓋盤礦碼磚確離積稱穩窮竊競筆簽簡類糧緊紀綱納紙線練組細織終結給絡絕統繼續維綜綠網羅罰職聯肅膚勝腦脫臉臘藝藥薩慮雖蝕蟻補裝訂討訓議訊講訴診詩誠詢詳誤說諸諾謀謝譜貝負財責敗貨質販貧購貴貸貿費賀賊資賞賠賽贊贏趕趨躍踐軌轉輪軟輕載較輛輝輸邊達遷運還進遠違連遲適選遺郵鄰鄭醬釋裡裏鐘鋼錢鐵銀鎖錯鍵鎮鏡閉閒間聞閱闊隊陽陰陣階陸陳險隨隱靜項順須顧頓預領頻題顏風飛飯飲飾館駐驗罵騎騙魚鮮鳥雞鳴鴻鵬龍龜'

/** The commonest short words of languages that trigrams confuse, to settle close calls; own lists. */
export const commonWords: ReadonlyMap<LanguageTag, string> = new Map([
  ['nl', 'de het een en van is dat op te in zijn voor niet met aan om er ook als worden door deze heeft naar bij uit'],
  ['af', 'die en van is het in te nie vir met om op dat aan sy hy ek was ook word deur hierdie daar as na'],
  ['en', 'the of and to in a is that for it was on with as be by at this have from are or an which'],
  ['de', 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden'],
  ['fr', 'de la le et les des en un du une que est pour qui dans par plus au sur ne pas ce il sont avec'],
  ['es', 'de la que el en y a los se del las un por con no una su para es al lo como más o pero'],
  ['it', 'di e il la che in a per è un del non con una della i le da si sono nel al più anche alla'],
  ['pt', 'de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao'],
  ['ca', 'de la el i a en que les per un del amb una els és no es al més com va dels o'],
  ['gl', 'de a o e que do da en un para con unha os non se na por máis as dos como foi no'],
  ['sv', 'och i att det som en på är av för med till den har de inte om ett men var sig från vi'],
  ['da', 'og i at det er en til af på for med de den der som ikke har et om var men sig ved kan'],
  ['nb', 'og i det er en til av på for med de den som ikke har et om var men seg ved kan å at fra'],
  ['nn', 'og i det er ein til av på for med dei den som ikkje har eit om var men seg ved kan å at frå'],
  ['vi', 'và của các là có trong được cho một với những không người này để khi đã về năm từ đến vào tại'],
  ['id', 'yang dan di dengan untuk dari ini dalam tidak akan pada itu ke juga oleh adalah sebagai atau'],
  ['ms', 'yang dan di untuk dengan dalam ini pada tidak itu adalah oleh kepada daripada akan telah atau ke'],
  ['pl', 'w i na z do się nie że jest to o jak po a od za przez dla są oraz co tak ale'],
  ['cs', 'a v se na je že s z do o i to k jako za pro by ve po jsou od ale podle'],
  ['sk', 'a v sa na je že s z do o to k ako za pre by vo po sú od ale podľa aj'],
  ['fy', 'de en fan it in is yn op dat te mei foar net wie oan om ek as by troch hat nei of'],
  ['lb', 'de vun an a fir ass den d déi mat op net eng e dat dem och sech no um bei gouf'],
  ['ru', 'и в не на что с по как это он из за к от для у о же а но его так'],
  ['uk', 'і в не на що з до як та у це за він від для про є а але його так'],
  ['bg', 'и в на да не се за от с е че по са като до при а но което той'],
  ['sr', 'и у је да се на за од са не су као о што а из по али који'],
])
