/** Words from which Vietnamese titles of treaties are told; own lists. Words are parted by white space (`_` joins those of one head). */
export const titleWords = {
  heads: `
    hiệp_định hiệp_ước công_ước nghị_định_thư hiến_chương tuyên_ngôn bản_ghi_nhớ biên_bản_ghi_nhớ thỏa_thuận thoả_thuận tuyên_bố_chung tuyên_bố thỏa_ước
    điều_ước bộ_quy_tắc chương_trình_hành_động kế_hoạch_hành_động tuyên_bố_tầm_nhìn`,
  joins: 'về giữa của chuyển hợp thương khung liên bảo chống cấm tránh tương đối đầu xây tăng',
  sureJoins: 'về giữa chuyển hợp thương khung bảo chống cấm tránh tương',
  links: 'và của về cho với trong giữa các những từ tại đối trên theo để đến một hoặc',
  stops: `
    được đã là có sẽ đang vừa mà này đó khi nếu nhưng vào ngày tháng năm sau trước nhằm ký kí hôm cũng phải rằng nên khẳng ông bà theo tại`,
  conjunctions: 'và hoặc',
  articles: 'một các những',
  firstMembers: '',
} as const

/** Words from which names of people are told: titles and offices before them, portfolios and countries between, family names. */
export const personWords = {
  titles: `
    ông|bà|anh|chị|cô|chú|bác|cụ|em|đồng chí|đ/c|ngài|quý ông|quý bà|bạn|
    tổng Bí thư, Chủ tịch nước|tổng Bí thư|tổng bí thư|chủ tịch nước|phó Chủ tịch nước|phó chủ tịch nước|chủ tịch Quốc hội|phó Chủ tịch Quốc hội|phó chủ tịch Quốc hội|thủ tướng Chính phủ|thủ tướng|phó Thủ tướng Thường trực|phó Thủ tướng thường trực|phó Thủ tướng Chính phủ|phó Thủ tướng|
    phó thủ tướng|bộ trưởng|thứ trưởng Thường trực|thứ trưởng thường trực|thứ trưởng|quyền Bộ trưởng|quyền Thủ tướng|quyền Tổng thống|ngoại trưởng|tổng thống đắc cử|tổng thống|phó tổng thống|cựu Tổng thống|cựu tổng thống|cựu Thủ tướng|cựu thủ tướng|
    cựu Ngoại trưởng|cựu ngoại trưởng|cựu Bộ trưởng|nguyên Thủ tướng|nguyên Chủ tịch nước|nguyên Tổng Bí thư|nguyên Bộ trưởng|nguyên Phó Thủ tướng|cố Thủ tướng|cố Tổng Bí thư|cố Chủ tịch|cố Tổng thống|chủ tịch|phó Chủ tịch Thường trực|phó Chủ tịch thường trực|phó Chủ tịch|phó chủ tịch|
    bí thư Thành ủy|bí thư Tỉnh ủy|bí thư Thành uỷ|bí thư Tỉnh uỷ|bí thư|phó bí thư|ủy viên Bộ Chính trị|uỷ viên Bộ Chính trị|đại sứ|đại biện|tổng lãnh sự|lãnh sự|
    đặc phái viên|cao ủy|cao uỷ|quốc vương|quốc hoàng|quốc trưởng|quốc vụ khanh|vua|hoàng hậu|hoàng thái tử|thái tử|hoàng tử|công chúa|nhật hoàng|nữ hoàng|giáo hoàng|hồng y|giám mục|tổng giám mục|linh mục|hòa thượng|
    hoà thượng|thượng tọa|đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|đại uý|thượng uý|trung uý|thiếu uý|đô đốc|phó đô đốc|chuẩn đô đốc|
    tư lệnh|phó tư lệnh|chính ủy|tổng Tham mưu trưởng|tổng tham mưu trưởng|phó Tổng Tham mưu trưởng|tham mưu trưởng|chủ nhiệm|phó chủ nhiệm|người phát ngôn|phó người phát ngôn|phát ngôn viên|tổng Thư ký|tổng thư ký|phó Tổng Thư ký|thư ký|
    tổng Giám đốc|tổng giám đốc|phó Tổng Giám đốc|phó tổng giám đốc|giám đốc|phó giám đốc|viện trưởng|phó Viện trưởng|phó viện trưởng|chánh án|vụ trưởng|cục trưởng|phó cục trưởng|tổng cục trưởng|trưởng ban|phó trưởng ban|trưởng đoàn|thống đốc|phó Thống đốc|thị trưởng|
    tỉnh trưởng|hiệu trưởng|giáo sư|phó giáo sư|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|luật sư|nhà báo|phóng viên|nhà văn|nhà thơ|họa sĩ|nhạc sĩ|ca sĩ|diễn viên|nghệ sĩ|nghệ sĩ Nhân dân|nghệ sĩ nhân dân|nghệ sĩ Ưu tú|nghệ sĩ ưu tú|đạo diễn|huấn luyện viên|cầu thủ|
    tiền đạo|tiền vệ|hậu vệ|thủ môn|vận động viên|anh hùng|liệt sĩ|chiến sĩ|thầy|cô giáo|tỷ phú|doanh nhân|nghị sĩ|thượng nghị sĩ|hạ nghị sĩ|dân biểu|đại biểu Quốc hội|đại biểu|lãnh tụ|nhà lãnh đạo|lãnh đạo|chủ tịch Hội đồng quản trị|
    gs.|gs|pgs.|ts.|ts|ths.|ths|bs.|bs|ls.|pgs.ts.|pgs.ts|pgs, ts|pgs. ts.|pgs.ts|gs.ts.|gs.ts|gs, ts|ks.|nsnd|nsưt|mr.|mrs.|ms.|dr.`,
  portfolios: `
    Quốc phòng|Bộ Quốc phòng|Ngoại giao|Bộ Ngoại giao|Công an|Bộ Công an|Nội vụ|Bộ Nội vụ|Tài chính|Bộ Tài chính|Tư pháp|Bộ Tư pháp|Công Thương|Bộ Công Thương|Công thương|Bộ Công thương|Thương mại|Bộ Thương mại|Y tế|Bộ Y tế|
    Giáo dục|Giáo dục và Đào tạo|Bộ Giáo dục và Đào tạo|Giáo dục & Đào tạo|Nông nghiệp|Nông nghiệp và Phát triển nông thôn|Bộ Nông nghiệp và Phát triển nông thôn|Nông nghiệp và Môi trường|Bộ Nông nghiệp và Môi trường|
    Tài nguyên và Môi trường|Bộ Tài nguyên và Môi trường|Môi trường|Năng lượng|Bộ Năng lượng|Văn hóa|Văn hóa, Thể thao và Du lịch|Bộ Văn hóa, Thể thao và Du lịch|Lao động|Lao động - Thương binh và Xã hội|Bộ Lao động - Thương binh và Xã hội|
    Khoa học và Công nghệ|Bộ Khoa học và Công nghệ|Giao thông|Giao thông vận tải|Bộ Giao thông vận tải|Xây dựng|Bộ Xây dựng|Kế hoạch và Đầu tư|Bộ Kế hoạch và Đầu tư|Thông tin và Truyền thông|Bộ Thông tin và Truyền thông|
    Kinh tế|Bộ Kinh tế|Kinh tế, Thương mại và Công nghiệp|An ninh|An ninh Nội địa|Chính phủ|Quốc hội|Liên hợp quốc|LHQ|ASEAN|EU|NATO|WHO|IAEA|Ủy ban châu Âu|Hội đồng châu Âu|Đảng|Mặt trận Tổ quốc|Hải quân|Cảnh sát biển|
    Không quân|Lục quân|Quốc phòng và An ninh|nước|Nhà nước|Văn phòng Chính phủ|Quân ủy Trung ương|Tòa án nhân dân tối cao|Viện kiểm sát nhân dân tối cao|Ngân hàng Nhà nước|Ban Bí thư|Trung ương Đảng|Bộ`,
  particles: 'van|de|van de|van der|van den|den|der|von|zu|di|da|dos|del|della|la|le|du|el|al|bin|ibn|binti',
  origins: `
    Mỹ|Hoa Kỳ|Anh|Vương quốc Anh|Pháp|Đức|Nga|Liên bang Nga|Trung Quốc|Đài Loan|Nhật Bản|Nhật|Hàn Quốc|Triều Tiên|Việt Nam|Lào|Campuchia|Thái Lan|Myanmar|Malaysia|Singapore|Indonesia|Philippines|Brunei|Timor-Leste|Timor Leste|Đông Timor|Mông Cổ|
    Ấn Độ|Pakistan|Bangladesh|Sri Lanka|Nepal|Bhutan|Maldives|Afghanistan|Iran|Iraq|Israel|Palestine|Syria|Liban|Lebanon|Jordan|Ai Cập|Ả Rập Xê Út|Ả-rập Xê-út|Saudi Arabia|UAE|Qatar|Kuwait|Bahrain|Oman|Yemen|Thổ Nhĩ Kỳ|
    Italy|Italia|Ý|Tây Ban Nha|Bồ Đào Nha|Hà Lan|Bỉ|Luxembourg|Thụy Sĩ|Thuỵ Sĩ|Áo|Ba Lan|Cộng hòa Séc|Séc|Slovakia|Hungary|Romania|Rumani|Bulgaria|Hy Lạp|Serbia|Croatia|Slovenia|Thụy Điển|Thuỵ Điển|Na Uy|Đan Mạch|Phần Lan|Iceland|Ireland|
    Ukraine|Ukraina|Belarus|Moldova|Gruzia|Georgia|Armenia|Azerbaijan|Kazakhstan|Uzbekistan|Kyrgyzstan|Tajikistan|Turkmenistan|Estonia|Latvia|Litva|Lithuania|Úc|Australia|New Zealand|Niu Di-lân|Fiji|Papua New Guinea|
    Canada|Ca-na-đa|Mexico|Cuba|Brazil|Bra-xin|Argentina|Chile|Peru|Colombia|Venezuela|Bolivia|Ecuador|Uruguay|Paraguay|Panama|Haiti|Nam Phi|Nigeria|Kenya|Ethiopia|Angola|Mozambique|Algeria|Morocco|Maroc|Tunisia|Libya|Sudan|Nam Sudan|Somalia|
    Congo|Rwanda|Uganda|Tanzania|Ghana|Senegal|Mali|Niger|châu Âu|Vatican|Liên Xô|nước này|nước chủ nhà`,
  surnames: `
    Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Lý|Đào|Đoàn|Trịnh|Trương|Đinh|Phùng|Tô|Lương|Lưu|Tạ|Tăng|Quách|Kiều|Đàm|Chu|Tống|Nghiêm|Thạch|Giàng|
    Khương|Doãn|Đậu|Hứa|Nông|Tôn|Bạch|Diệp|Uông|Bế|Thào`,
  namesakes: `
    đường|phố|quận|huyện|phường|xã|thành phố|tỉnh|quảng trường|lăng|bảo tàng|trường|trường THPT|trường THCS|Trường|chùa|đền|cầu|nhà hát|công viên|chiến dịch|tư tưởng|giải|giải thưởng|Thành phố|Đường|Phố|Quảng trường|Lăng|Bảo tàng|
    TP|TP.|Tp.|đại lộ|hầm|bệnh viện|nhà xuất bản|triều|nhà|Học viện|sông|núi|biển|đảo|vịnh|cảng|sân vận động|tượng đài|đường mòn`,
} as const

/** Where the name of a language that also names a people means the language: `bằng tiếng Việt`. */
export const languageCue = {
  before: /(?:tiếng|Tiếng|ngôn ngữ|chữ|môn)\s$/u,
  after: /^\s(?:ngữ)(?!\p{L})/u,
} as const

/**
 * Names of countries that are one syllable, and what they are besides: given names and ordinary words. Only after `leads`
 * or in a pair (`quan hệ Việt - Trung`) the `pairs` are countries; `pronouns` start sentences; before `titles` stand no
 * countries, and `followers` make a place or a person of the syllable (`Mỹ Tho`, `Anh Tuấn`). Own lists.
 */
export const shortNames = {
  countries: 'Anh Mỹ Đức Pháp Nga Ý Áo Úc Bỉ Lào Nhật Hàn Trung Ấn Thái Việt Triều Séc Viên Tiệp Síp',
  pairs: 'Việt Trung Nhật Hàn Ấn Thái Triều',
  leads: 'người tiếng yên của từ quân phía hàng nước bên phát_xít đồng hãng phim món',
  pronouns: 'Anh Ý Áo Viên',
  titles: 'ông bà anh chị em cô chú bác cụ',
  followers: `
    Tho Đình Lai Linh Tâm Sơn Khê Hào Lộc Phước Hạnh Duyên Dung Xuyên Long Tú Tuấn Dũng Hùng Minh Thư Đào Khoa Quân Phổ Thọ Hòa Hoà Trọng Huệ Cơ Giang Thắng Thịnh
    Bình Nguyên Lan Thu Ngọc Thủy Phương Trang Hà Hải Kiên Kiệt Tân Tô Trí Khôi Vũ Thành Nhân Nghĩa Hồng Vân Cường Chí Hoàng Lệ`,
} as const

/** Other wordings of parts of names, for every name of the list that has them. */
export const wordings = {
  'Liên hợp quốc': ['Liên hiệp quốc', 'Liên Hợp Quốc', 'Liên Hiệp Quốc', 'LHQ'],
  'châu Âu': ['Châu Âu'],
  'châu Á': ['Châu Á'],
} as const
