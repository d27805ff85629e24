import { describe, expect, test } from 'vitest'
import { createQuantityFinder } from '../../src/languages/_shared/quantities/finder.ts'
import { quantities } from '../../src/languages/vi/quantities.ts'
import { surfacesIn, testTable } from './quantity-table.ts'

const find = createQuantityFinder(quantities)

describe('dates and years', () => {
  testTable(
    find,
    `
    Hiệp định được ký ngày 3 tháng 9 năm 2021. => date:2021-09-03
    ngày 3/9/2021 => date:2021-09-03
    ngày 03-9-2021 => date:2021-09-03
    ngày 3.9.2021 => date:2021-09-03
    ngày 3 tháng 9 => date:--09-03
    ngày 3/9 => date:--09-03
    chiều 3/9 => date:--09-03
    chiều 3-9 => date:--09-03
    ngày 3-9 => date:--09-03
    ngày 2/9 là Quốc khánh => date:--09-02
    Quốc khánh 2/9 => date:--09-02
    kỷ niệm 30/4 và 1/5 => date:--04-30 date:--05-01
    tháng 9 năm 2021 => date:2021-09
    tháng 9/2021 => date:2021-09
    tháng 9-2021 => date:2021-09
    tháng Chín năm 2021 => date:2021-09
    tháng chín => date:--09
    tháng Tư => date:--04
    tháng tư năm 1975 => date:1975-04
    tháng Năm => date:--05
    tháng năm năm 2020 => date:2020-05
    tháng Mười Hai => date:--12
    tháng mười một => date:--11
    vào tháng 11 tới => date:--11
    ngày 30 tháng Tư => date:--04-30
    mùng 2 tháng 9 => lunar:--09-02
    ngày 3-5/9 => date:--09-03 date:--09-05
    từ ngày 3 đến 5/9 => date:--09-03 date:--09-05
    từ ngày 3 đến ngày 5 tháng 9 năm 2021 => date:2021-09-03 date:2021-09-05
    từ ngày 30/8 đến ngày 2/9 => date:--08-30 date:--09-02
    ngày 3 và 4 tháng 9 => date:--09-03 date:--09-04
    tháng 3 và tháng 4 năm 2021 => date:2021-03 date:2021-04
    từ tháng 3 đến tháng 5 năm 2021 => date:2021-03 date:2021-05
    từ tháng 3/2020 đến tháng 5/2021 => date:2020-03 date:2021-05
    ngày 15 => date:---15
    năm 2021 => date:2021
    từ năm 1973 => date:1973
    vào năm 1982 => date:1982
    giai đoạn 2021-2025 => date:2021 date:2025
    giai đoạn 2021 - 2025 => date:2021 date:2025
    từ năm 2011 đến năm 2015 => date:2011 date:2015
    từ 2011 đến 2015 => date:2011 date:2015
    năm 2012, 2014 và 2016 => date:2012 date:2014 date:2016
    Công ước năm 1982 => date:1982
    tầm nhìn 2045 => date:2045
    những năm 90 => date:199X
    những năm 1990 => date:199X
    thập niên 90 => date:199X
    thập niên 1960 => date:196X
    thập kỷ 80 của thế kỷ trước => date:198X
    những năm 80 của thế kỷ 19 => date:188X
    những năm 20 của thế kỷ XX => date:192X
    những năm 2021-2025 => date:2021 date:2025
    thế kỷ 21 => date:20XX
    thế kỷ XXI => date:20XX
    thế kỷ thứ 10 => date:09XX
    thế kỷ XVIII và XIX => date:17XX date:18XX
    quý 3 năm 2023 => date:2023-Q3
    quý III/2023 => date:2023-Q3
    quý III năm 2023 => date:2023-Q3
    quý 3/2023 => date:2023-Q3
    quý II => date:--Q2
    nửa đầu năm 2023 => date:2023-H1
    sáu tháng đầu năm 2023 => date:2023-H1
    năm tài khóa 2023 => fiscal:2023
    năm 111 trước Công nguyên => date:-0111
    năm Giáp Thìn 2024 => date:2024
    Tết Quý Mão 2023 => date:2023
    năm Canh Tý (2020) => date:2020
    ngày 10 tháng 3 âm lịch => lunar:--03-10
    mùng 1 Tết => lunar:--01-01
    rằm tháng Bảy => lunar:--07
    rằm tháng Giêng => lunar:--01
    ngày 23 tháng Chạp => lunar:--12-23
    năm hai nghìn không trăm hai mươi mốt => date:2021
    ngày 3/4 => date:--04-03
    thứ Hai, ngày 3/9 => date:--09-03
    Thứ ba, ngày 3 tháng 9 => date:--09-03
    năm 2021 5 triệu USD => date:2021 money:USD:5000000
    20 tháng 7 năm 1954 => date:1954-07-20
    `,
  )
})

describe('times and durations', () => {
  testTable(
    find,
    `
    lúc 15 giờ 30 => time:15:30
    lúc 15 giờ 30 phút => time:15:30
    15h30 => time:15:30
    15g30 => time:15:30
    lúc 15h => time:15:00
    15:30 => time:15:30
    8 giờ sáng => time:08:00
    lúc 3 giờ rưỡi => time:03:30
    3 giờ rưỡi chiều => time:15:30
    Luật số 45/2019/QH14 => 
    3 giờ chiều => time:15:00
    7 giờ 30 tối => time:19:30
    7h30 sáng => time:07:30
    8h sáng => time:08:00
    từ 8 giờ đến 17 giờ => time:08:00 time:17:00
    trong 2 giờ => duration:PT2H
    24 giờ qua => duration:PT24H
    ba ngày => duration:P3D
    hai tuần => duration:P2W
    mười năm => duration:P10Y
    hai mươi năm => duration:P20Y
    hai mươi lăm năm => duration:P25Y
    năm năm => duration:P5Y
    năm tháng => duration:P5M
    năm ngày => duration:P5D
    một trăm năm => duration:P100Y
    ba năm rưỡi => duration:P42M
    một năm rưỡi => duration:P18M
    nửa năm => duration:P6M
    nửa giờ => duration:PT30M
    hai tiếng rưỡi => duration:PT150M
    3-5 năm => duration:P3Y duration:P5Y
    từ ba đến năm năm => duration:P3Y duration:P5Y
    hai thập kỷ => duration:P20Y
    một thế kỷ => duration:P100Y
    25 tuổi => duration:P25Y
    kỷ niệm 65 năm => duration:P65Y
    30 giây và 10 phút => duration:PT30S duration:PT10M
    `,
  )
})

describe('percentages and money', () => {
  testTable(
    find,
    `
    25% => percent:25
    25 % => percent:25
    25 phần trăm => percent:25
    hai mươi lăm phần trăm => percent:25
    2,5 điểm phần trăm => percent:2.5
    10-15% => percent:10 percent:15
    từ 10% đến 15% => percent:10 percent:15
    năm phần trăm => percent:5
    5‰ => percent:0.5
    3.000.000 đồng => money:VND:3000000
    500.000 đồng => money:VND:500000
    12,5 triệu euro => money:EUR:12500000
    100 tỷ yên => money:JPY:1e11
    100 tỷ yên Nhật => money:JPY:1e11
    5 triệu USD => money:USD:5000000
    5 triệu đô la Mỹ => money:USD:5000000
    5 tỉ đô-la => money:USD:5e9
    một trăm đô la => money:USD:100
    2 nghìn tỷ đồng => money:VND:2e12
    2.000 tỷ đồng => money:VND:2e12
    một tỷ rưỡi đồng => money:VND:1.5e9
    10 triệu nhân dân tệ => money:CNY:10000000
    5-10 triệu USD => money:USD:5000000 money:USD:10000000
    từ 5 đến 10 triệu euro => money:EUR:5000000 money:EUR:10000000
    USD 100 => money:USD:100
    100.000 VND => money:VND:100000
    50.000đ => money:VND:50000
    2 tỷ won => money:KRW:2e9
    `,
  )
})

describe('numbers', () => {
  testTable(
    find,
    `
    mỗi ngày 15 lần => number:15
    từ 2 đến 3 triệu => number:2000000 number:3000000
    12.000 người => number:12000
    1.234,5 kg => number:1234.5
    1.000.000 dân => number:1000000
    12,5 độ => number:12.5
    3,5 triệu => number:3500000
    100 tỷ => number:1e11
    một nghìn tỷ => number:1e12
    1.000 tỷ => number:1e12
    hai nghìn tỷ => number:2e12
    ba trăm => number:300
    ba trăm bốn mươi lăm => number:345
    một trăm linh năm => number:105
    một trăm lẻ ba => number:103
    hai trăm năm mươi nghìn => number:250000
    hai triệu ba trăm ngàn => number:2300000
    hai mươi mốt => number:21
    hai mươi tư => number:24
    ba mươi lăm => number:35
    mười lăm => number:15
    mười một => number:11
    chín mươi bảy => number:97
    hai nghìn không trăm hai mươi mốt => number:2021
    một triệu rưỡi => number:1500000
    1 triệu rưỡi => number:1500000
    một trăm rưỡi => number:150
    hai tỷ rưỡi => number:2.5e9
    nửa triệu => number:500000
    năm trăm => number:500
    năm mươi lăm => number:55
    năm nước => number:5
    năm thành viên thường trực => number:5
    hai chục => number:20
    một phần ba => number:0.333333
    hai phần ba => number:0.666667
    ba phần tư => number:0.75
    2/3 dân số => number:0.666667
    2/3 => number:0.666667
    hơn 3/5 => number:0.6
    một nửa => number:0.5
    ba phẩy năm => number:3.5
    từ 10 đến 15 nước => number:10 number:15
    từ 10 đến 15 triệu => number:10000000 number:15000000
    2-3 triệu => number:2000000 number:3000000
    hơn 100 nước => number:100
    hai nhà lãnh đạo => number:2
    27 nước thành viên => number:27
    5km và 10kW => number:5 number:10
    thắng 3-2 => number:3 number:2
    trong số 27 nước => number:27
    Hai nước ký ba văn kiện. => number:2 number:3
    `,
  )
})

describe('ordinals and sections', () => {
  testTable(
    find,
    `
    lần thứ tám => ordinal:8
    lần thứ 8 => ordinal:8
    thứ ba => ordinal:3
    lần thứ tư => ordinal:4
    nước lớn thứ hai thế giới => ordinal:2
    lần thứ nhất => ordinal:1
    lần đầu tiên => ordinal:1
    người đầu tiên => ordinal:1
    Đại hội XIII => ordinal:13
    Đại hội đại biểu toàn quốc lần thứ XIII => ordinal:13
    Quốc hội khóa XV => ordinal:15
    số 5 => ordinal:5
    Nghị quyết 2231 => ordinal:2231
    Điều 5 => section:5
    Điều 5 khoản 2 => section:5 section:2
    khoản 2 Điều 5 => section:2 section:5
    Chương VII => section:7
    Điều 5 và 6 => section:5 section:6
    các điều 5 đến 7 => section:5 section:7
    Mục 5.2.1 => section:5.2.1
    trang 312 => section:312
    Điều 36a => section:36a
    1. Các bên họp. => section:1
    `,
  )
})

describe('what is no quantity', () => {
  testTable(
    find,
    `
    năm Giáp Thìn => 
    Xuân Ất Tỵ => 
    năm nay và năm ngoái => 
    hằng năm => 
    mỗi năm người dân => 
    một nước => 
    hàng trăm nghìn => 
    vài trăm => 
    hàng chục triệu người => 
    tỷ lệ và tỷ giá => 
    đầu tư và tư nhân => 
    hai đồng chí => 
    thứ Ba => 
    sáng thứ hai => 
    vào thứ năm tuần này => 
    thứ Tư => 
    điện thoại 024 3825 5555 => 
    +84 24 3825 5555 => 
    0912345678 => 
    Hai Bà Trưng và Ba Vì => 
    Năm Căn và Bảy Núi => 
    phố Hai Bà Trưng => 
    Triệu Thị Trinh => 
    Ba Lan và Ba Tư => 
    có một không hai => 
    COVID-19 và G20 => 
    `,
  )
})

describe('places', () => {
  test('say what they cover', () => {
    expect(surfacesIn(find, 'Hơn 12,5 triệu euro (25%) trong năm tài khóa 2023, lúc 15 giờ 30 phút ngày 3/9.')).toEqual(
      [
        '12,5 triệu euro = money:EUR:12500000',
        '25% = percent:25',
        'năm tài khóa 2023 = fiscal:2023',
        '15 giờ 30 phút = time:15:30',
        'ngày 3/9 = date:--09-03',
      ],
    )
  })

  test('are the same in composed and in decomposed text', () => {
    const text = 'Ngày 3 tháng 9 năm 2021, hai mươi lăm nước góp một nghìn tỷ đồng trong ba năm rưỡi.'
    const keys = surfacesIn(find, text).map((each) => each.replace(/^.* = /u, ''))
    expect(keys).toEqual(['date:2021-09-03', 'number:25', 'money:VND:1e12', 'duration:P42M'])
    expect(surfacesIn(find, text.normalize('NFD')).map((each) => each.replace(/^.* = /u, ''))).toEqual(keys)
  })
})
