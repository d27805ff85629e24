/** Languages | source | target: sound pairs in which no check may find anything. */
export const goodPairs = `
nl zh | OK | OK
nl zh | OK | 确定
nl en | Server | Server
nl en | Contact | Contact
nl en | Download | Download
nl zh | Windows 11 | Windows 11
nl zh | Microsoft Office 365 | Microsoft Office 365
nl zh | https://example.org/nl/pagina?id=3 | https://example.org/nl/pagina?id=3
nl en | info@example.org | info@example.org
nl zh | npm install --save | npm install --save
nl en | Jan de Vries | Jan de Vries
nl en | Vincent van Gogh | Vincent van Gogh
nl zh | Vincent van Gogh | 文森特·梵高
nl zh | Hoofdstuk 4 | 第四章
nl zh | Hoofdstuk IV | 第4章
en zh | Part II | 第二部分
nl zh | 1. Inleiding | 一、引言
nl zh | 3,5 procent | 3.5%
nl en | De temperatuur steeg met 3,5 graden. | The temperature rose by 3.5 degrees.
nl en | Er werken 1.234 mensen. | 1,234 people work there.
nl en | De omzet was 1.234.567,89 euro. | Turnover was 1,234,567.89 euros.
nl en | Er wonen 1 250 000 mensen in de stad. | The city has 1,250,000 inhabitants.
nl zh | Het bedrag is 100 miljard. | 金额为1000亿。
nl zh | Japan investeert 100 miljard yen in de haven. | 日本向该港口投资1000亿日元。
nl zh | De begroting telt 2,5 miljoen euro. | 预算为250万欧元。
en zh | About 15,000 people came. | 约有1.5万人到场。
en zh | The fund holds $1.2 billion. | 该基金持有12亿美元。
nl en | Het kost 2 miljard euro. | It costs two billion euros.
nl zh | De opkomst was 48 procent. | 投票率为百分之四十八。
nl zh | Een kwart van de leden stemde tegen. | 25%的成员投了反对票。
nl en | De helft was aanwezig. | Half of them were present.
nl zh | Op 3 mei 2021 begon de bouw. | 工程于2021年5月3日开工。
nl zh | In 1949 werd de school gesticht. | 学校创办于一九四九年。
nl zh | In de jaren negentig groeide de stad snel. | 20世纪90年代，这座城市发展迅速。
nl en | De brief is van 05-03-2020. | The letter is dated 5 March 2020.
nl zh | De vergadering begint om 14.30 uur. | 会议下午2点30分开始。
nl en | De winkel sluit om 18.00 uur. | The shop closes at 6 p.m.
nl zh | Het duurt anderhalf jaar. | 需要18个月。
nl zh | De reis duurt 24 uur. | 行程为一天。
nl zh | Binnen 48 uur krijgt u antwoord. | 两天内您会收到答复。
nl en | Vul uw naam in (maximaal 50 tekens). | Enter your name (50 characters at most).
nl zh | Twintig leden waren aanwezig. | 20名成员出席。
nl en | Zij heeft drie kinderen en twaalf kleinkinderen. | She has 3 children and 12 grandchildren.
nl zh | Het elftal won met 3-1. | 球队以3比1获胜。
nl en | de periode 2015–2020 | the period from 2015 to 2020
nl zh | artikel 12, tweede lid | 第十二条第二款
nl en | de 21e eeuw | the 21st century
nl zh | de 19e eeuw | 十九世纪
nl en | Bel 020-123 45 67. | Call 020 1234567.
nl zh | 1 bestand geselecteerd | 已选择一个文件
nl en | Eén bestand verwijderd | 1 file deleted
nl zh | {0} van {1} bestanden | {1}个文件中的{0}个
nl zh | %d bestanden gevonden | 找到%d个文件
nl en | Nu met 20% korting! | Now 20% off!
nl zh | Nu met 20% korting! | 现在打八折！
nl zh | De Nederlandse regering steunt het plan. | 政府支持该计划。
nl zh | Engeland won de wedstrijd. | 英国赢得了比赛。
nl zh | Peking reageerde afwijzend op het voorstel. | 中国方面拒绝了这一提议。
nl zh | De EU en China spraken over handel. | 欧盟和中国讨论了贸易问题。
nl zh | Londen ligt aan de Theems. | 伦敦位于泰晤士河畔。
nl en | Holland is een deel van Nederland. | Holland is a part of the Netherlands.
nl zh | Nederland, België en Luxemburg vormen de Benelux. | 荷兰、比利时和卢森堡组成比荷卢联盟。
nl zh | Amerikaanse troepen landden in Normandië. | 美军在诺曼底登陆。
nl zh | Zij leert Japans op school. | 她在学校学日语。
nl en | De Franse president sprak met zijn Duitse ambtgenoot. | The French president spoke to his German counterpart.
nl zh | De iPhone 15 weegt 171 gram. | iPhone 15重171克。
nl zh | COVID-19 verspreidde zich snel. | 新冠病毒（COVID-19）迅速传播。
nl zh | De G20 kwam bijeen. | 二十国集团举行了会议。
nl en | VNG | Vereniging van Nederlandse Gemeenten
en zh | UNESCO | 联合国教科文组织
nl en | Ja! | Yes!
nl zh | Weet u het zeker? | 确定？
nl en | «MENÜ» | “MENÜ”
nl en | Zij vroeg: ‘Waarom?’ | She asked, “Why?”
nl en | Café Ömer opent — eindelijk — zijn deuren. | Café Ömer is finally opening its doors.
nl zh | →  | 下一步
nl en | & | en
nl en | De naam:  Jansen | The name:  Jansen
nl zh | Versie 2.1.3 is uit. | 2.1.3版本已发布。
en zh | Chapter 3, section 2 | 第三章第二节
nl zh | het jaar 2000 | 2000年
nl en | Zie blz. 12-15. | See pp. 12–15.
nl zh | Het WK van 2022 vond plaats in Qatar. | 2022年世界杯在卡塔尔举行。
nl zh | om half drie | 两点半
nl en | per 1 januari 2024 | with effect from 1 January 2024
nl zh | Onder vier ogen spraken zij verder. | 他们私下继续交谈。
nl en | Volgens de 47-jarige burgemeester is er niets aan de hand. | According to the mayor, 47, nothing is wrong.
nl zh | Van de 150 zetels kreeg de partij er 37. | 该党在一百五十个席位中获得三十七席。
nl zh | Het is min 5 graden. | 气温为零下五度。
nl en | 5 km | 5 km
nl zh | I18n-ondersteuning voor alle pakketten | 所有软件包的国际化支持
nl zh | Dit is de Nederlandse vertaling. | 这是中文译本。
nl zh | Verbind de RS-232-kabel. | 连接串行电缆。
nl zh | 24/7 bereikbaar | 24/7服务
`
/** Languages | source | target | the check that must find something, and no other. */
export const badPairs = `
nl en | Het bestand kon niet worden geopend door de gebruiker | Het bestand kon niet worden geopend door de gebruiker | same-as-source
nl zh | Sla het document op voordat u verder gaat | Sla het document op voordat u verder gaat | same-as-source
nl zh | Sla het bestand op. |  | empty
nl en | Sla het bestand op. | ... | empty
nl en | … | Save the file first. | empty
nl zh | 请先保存文件。 | Sla eerst het bestand op. | wrong-language
nl zh | Sla eerst het bestand op. | Please save the file before you close it. | wrong-language
nl zh | 保存文件 | 保存该文件 | wrong-language
nl ru | Sla eerst het bestand op. | 请先保存文件。 | wrong-language
nl zh-Hant | De landen van de wereld spreken over de economie. | 世界各国讨论经济问题，会议结束时发表声明。 | wrong-language
nl zh-CN | De landen van de wereld spreken over de economie. | 世界各國討論經濟問題，會議結束時發表聲明。 | wrong-language
en nl | The committee will meet again next month to discuss the proposal that was put forward by the members of the council. | Le comité se réunira de nouveau le mois prochain pour examiner la proposition qui a été présentée par les membres du conseil. | wrong-language
nl en | De vergadering begint om 15.30 uur. | The meeting starts at 4.30 pm. | numbers
nl zh | Er waren 120 deelnemers. | 有210名与会者。 | numbers
nl zh | Op 3 mei 2021 begon de bouw. | 工程于2021年5月8日开工。 | numbers
nl zh | Het bedrag is 100 miljard. | 金额为100亿。 | numbers
nl en | De prijs is 1.250 euro. | The price is 12,500 euros. | numbers
nl en | Zie artikel 14 van de wet. | See the act. | numbers
nl zh | Stap 7 | 第八步 | numbers
nl en | De opkomst was 48 procent. | Turnout was 84 per cent. | numbers
nl zh | Vietnam tekende het verdrag gisteren. | 日本昨天签署了条约。 | names
nl en | De NAVO kwam vandaag bijeen. | The European Union met today. | names
nl en | Hij woont in Rotterdam. | He lives in The Hague. | names
nl en | Nederland, België, Frankrijk en Duitsland tekenden. | The Netherlands, Belgium and Germany signed. | names
nl en | Ze bestelde een kopje koffie in het cafÃ©. | She ordered a cup of coffee in the café. | encoding
nl en | Het is â€˜mooiâ€™ weer. | The weather is ‘nice’. | encoding
nl zh | Welkom in China. | æ¬¢è¿Žæ\u009d¥åˆ°ä¸­å›½ã€‚ | encoding
nl zh | Welkom in China. | æ¬¢è¿Žæ¥åˆ°ä¸­å›½ã€‚ | encoding
nl zh | Welkom in China. | »¶Ó\u00adÀ´µ½ÖÐ¹ú¡£ | encoding
nl en | Dat is één caf\ufffd. | That is a café. | encoding
nl en | Dat\u0092s waar. | That’s true. | encoding
nl en | Sla het bestand  op. | Save the file. | white-space
nl en | Sla het bestand op.  | Save the file. | white-space
nl zh | {0} van {1} bestanden | {2}个文件中的{0}个 | tags
`
/** Rows of a table; a cell keeps the spaces at its ends but for the one beside each line. */
export function rowsOf(table: string): readonly (readonly string[])[] {
  return table
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => line.split(/ ?\| ?/u).map((cell, i) => (i === 0 ? cell.trim() : cell)))
}
