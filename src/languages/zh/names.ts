/** What stands right before a person's name: offices, ranks, forms of address; simplified and traditional; own list, parted by white space. */
export const wordsBeforeNames = `
  总统 總統 副总统 总理 總理 首相 主席 副主席 国家主席 委员长 議長 议长 国王 國王 女王 天皇 王储 亲王 公主 教皇 教宗 总书记 總書記 书记 書記 省长 市长 市長 州长 部长 部長
  副部长 外长 外長 防长 防長 财长 财政部长 大臣 国务卿 國務卿 秘书长 秘書長 大使 公使 领事 領事 特使 代表 团长 團長 发言人 發言人 局长 局長 司长 院长 院長 校长 校長 所长 会长 會長
  理事长 行长 行長 董事长 总裁 總裁 首席执行官 总经理 经理 主任 副主任 参谋长 參謀長 总长 司令 司令员 指挥官 元帅 大将 大將 上将 上將 中将 中將 少将 少將 将军 將軍 上校 中校
  少校 上尉 教授 博士 医生 醫生 律师 法官 检察官 记者 記者 作家 诗人 导演 演员 歌手 科学家 学者 專家 专家 先生 女士 小姐 同志 夫人 议员 議員 参议员 众议员 领导人 領導人 领袖 领队 教练 选手`

/** What may stand right before a name, too, but says nothing about it. */
export const joiners = '和 与 與 同 及 以及 暨 向 对 對 由 见 見 邀 据 據 因 、'

/** Surnames, of Chinese, Vietnamese, Korean and Japanese people as Chinese writes them (the commonest; own list): one character, then two. */
export const surnames = `
  王 李 张 張 刘 劉 陈 陳 杨 楊 黄 黃 赵 趙 吴 吳 周 徐 孙 孫 马 馬 朱 胡 郭 何 林 高 罗 羅 郑 鄭 梁 谢 謝 宋 唐 许 許 韩 韓 邓 鄧 冯 馮 曹 彭 曾 肖 蕭 田 董 潘 袁 蔡 蒋 蔣 余 于 杜 叶 葉 程 魏 苏 蘇 吕 呂
  丁 任 卢 盧 姚 沈 钟 鍾 姜 崔 谭 譚 陆 陸 范 汪 廖 石 金 韦 韋 贾 賈 夏 付 方 邹 鄒 熊 白 孟 秦 邱 侯 江 尹 薛 阎 段 雷 龙 龍 史 陶 贺 賀 顾 顧 毛 郝 龚 龔 邵 万 萬 钱 錢 严 嚴 武 戴 莫 孔 汤 湯 习 習 温
  阮 裴 武 丁 杨 吴 邓 陶 段 黎 农 朴 文 尹 权 安 柳 洪 具 池 尤 岸 菅 林 森 原
  安倍 岸田 石破 高市 山崎 铃木 鈴木 佐藤 高桥 高橋 田中 渡边 渡邊 伊藤 山本 中村 小林 加藤 吉田 山田 佐佐 山口 松本 井上 木村 斋藤 清水 茂木 河野 林芳 小泉 麻生 野田 福田 森喜 村山 细川 鸠山 欧阳 歐陽 司马 司馬 诸葛 諸葛 上官`

/** Ends of what stands before a bracket with a Latin name and is no person. */
export const notPeople =
  /(?:社|部|会|會|院|局|公司|报|報|网|網|组织|組織|论坛|論壇|大学|大學|学院|银行|銀行|中心|党|黨|军|軍|队|隊|国|國|省|市|县|縣|州|岛|島|海|河|湖|山|区|區|计划|計劃|机制|協議|协议|条约|公约|电视台|频道|杂志|雜誌|集团|集團|基金|联盟|聯盟|协会|協會|号|號|机场|飞机|导弹|系统|项目|奖|獎)$/u
