import type { Surfaces } from '../_shared/quantities/data.ts'

/** Classifiers and counted things after which `năm` was five and a number of four digits no year; own list. */
// biome-ignore format: rows of words read better unbroken
export const counters: Surfaces = [
  'người', 'nước', 'quốc gia', 'thành viên', 'chiếc', 'cái', 'con', 'căn', 'ngôi', 'tàu', 'máy bay', 'xe', 'bên', 'phía',
  'lần', 'lượt', 'vụ', 'dự án', 'đoàn', 'đại biểu', 'điểm', 'nguyên tắc', 'lĩnh vực', 'văn kiện', 'thỏa thuận', 'thoả thuận', 'hiệp định',
  'tỉnh', 'thành phố', 'địa phương', 'huyện', 'xã', 'phường', 'doanh nghiệp', 'công ty', 'ngân hàng', 'cổ phiếu', 'trường', 'học sinh',
  'sinh viên', 'giáo viên', 'chiến sĩ', 'binh sĩ', 'sĩ quan', 'quân nhân', 'nạn nhân', 'ca', 'bệnh nhân', 'hộ', 'gia đình', 'nhóm',
  'loại', 'bộ', 'cuốn', 'quyển', 'bức', 'tấm', 'bài', 'câu', 'từ', 'trang', 'bước', 'nhiệm vụ', 'giải pháp', 'mục tiêu', 'nội dung',
  'vấn đề', 'trụ cột', 'ưu tiên', 'ứng viên', 'ghế', 'phiếu', 'đảo', 'hòn đảo', 'bãi', 'khu vực', 'vùng', 'tầng', 'phòng', 'cây',
  'quả', 'giống', 'đơn vị', 'cơ quan', 'tổ chức', 'chuyến', 'trận', 'bàn', 'huy chương', 'giải', 'môn', 'đội', 'cầu thủ',
  'nhà', 'nhà lãnh đạo', 'nguyên thủ', 'bộ trưởng', 'em', 'cháu', 'vị', 'đứa', 'anh em', 'chị em', 'cán bộ', 'công nhân', 'lao động',
  'du khách', 'khách', 'ngôn ngữ', 'thứ tiếng', 'dân tộc', 'triệu chứng', 'mô hình', 'sản phẩm', 'mặt hàng', 'tiêu chí', 'phương án',
  'tập', 'kênh', 'bảo tàng', 'bệnh viện', 'sân bay', 'cảng', 'nhà máy', 'cửa hàng', 'siêu thị', 'chữ', 'số', 'hành khách', 'phần',
  'khẩu', 'phát', 'tên lửa', 'viên',
]

/** What follows `đồng` in words that are no money: `hai đồng chí`, `ba đồng minh`; own list. */
export const comrades: Surfaces = [
  'đồng chí',
  'đồng minh',
  'đồng nghiệp',
  'đồng đội',
  'đồng bào',
  'đồng tác giả',
  'đồng chủ tịch',
  'đồng hương',
  'đồng bằng',
  'đồng hồ',
  'đồng phạm',
  'đồng sự',
  'đồng xu',
  'đồng dao',
  'đồng thời',
]
