/** Vietnamese syllables that link nothing; own list. They also tell where a sentence starts after an abbreviation. */
export const stopwords = `
  và của các là có trong được cho một với những không này để khi đã về từ đến vào tại theo trên cũng như sẽ bị do ra còn nhưng mà thì hay hoặc nếu vì
  nên tuy dù bởi rằng đang vẫn chưa chỉ rất lại đó đây kia ấy nào gì ai đâu sao bao thế vậy rồi nữa mới đều cùng bằng qua sau trước giữa ngoài dưới
  lên xuống đi phải cần thể muốn nhất hơn nhiều ít mọi mỗi từng cả tất toàn vừa ngay càng luôn chính riêng cứ hãy đừng chẳng chả nhau mình tôi ta
  chúng họ nó anh chị em ông bà cô chú bác tao mày hắn y thị người việc cái con chiếc sự cuộc nơi lúc hồi bên phía điều ngày năm tháng giờ hôm nay qua
  mai hiện tới gồm nhằm trừ dẫu song ngoài vâng dạ ạ nhé à ư ơi đấy thôi chứ nhỉ làm nói biết thấy đưa lấy đặt nêu ở bấy ắt hễ miễn kể suốt khắp nhờ đối
  trở thành`
