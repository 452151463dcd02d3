<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>CaptureFacePage</name>
    <message>
        <source>Look at the camera</source>
        <translation>Nhìn vào máy ảnh</translation>
    </message>
    <message>
        <source>Bring your face into the oval. No mask, no dark glasses.</source>
        <translation>Đưa khuôn mặt vào khung tròn. Bỏ khẩu trang và kính đen.</translation>
    </message>
    <message>
        <source>The picture of the camera</source>
        <translation>Hình ảnh từ máy ảnh</translation>
    </message>
    <message>
        <source>The parent looks at the camera</source>
        <translation>Cha mẹ nhìn vào máy ảnh</translation>
    </message>
</context>
<context>
    <name>CardDrawing</name>
    <message>
        <source>Citizen card</source>
        <translation>Thẻ căn cước</translation>
    </message>
</context>
<context>
    <name>ChooseNumbersPage</name>
    <message>
        <source>Which of these are yours?</source>
        <translation>Số nào là của quý khách?</translation>
    </message>
    <message>
        <source>These numbers are registered under your name. Say of each whether you use it.</source>
        <translation>Các số này đang đứng tên quý khách. Xin cho biết từng số có phải của mình không.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Asking the carrier …</source>
        <translation>Đang hỏi nhà mạng…</translation>
    </message>
    <message>
        <source>Back to the first</source>
        <translation>Về đầu danh sách</translation>
    </message>
    <message>
        <source>There are more numbers</source>
        <translation>Còn số nữa bên dưới</translation>
    </message>
    <message>
        <source>I do not know the others</source>
        <translation>Tôi chưa rõ các số còn lại</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>The picture of the camera</source>
        <translation>Hình của máy ảnh</translation>
    </message>
</context>
<context>
    <name>ComfortSheet</name>
    <message>
        <source>Text, colours and sound</source>
        <translation>Chữ, màu và âm thanh</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Vừa</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Lớn</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Tương phản</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Strong dark</source>
        <translation>Tối, tương phản</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Tắt</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>Đọc lại</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Giọng đọc</translation>
    </message>
    <message>
        <source>Voice (there is none on this kiosk)</source>
        <translation>Giọng đọc (máy này chưa có)</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Nhỏ</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>To</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Name of the reader; the first one with a card when absent.</source>
        <translation>Tên đầu đọc; nếu bỏ trống thì dùng đầu đọc đầu tiên có thẻ.</translation>
    </message>
    <message>
        <source>A simulated chip inside this process.</source>
        <translation>Chip mô phỏng bên trong tiến trình này.</translation>
    </message>
    <message>
        <source>Issuer&apos;s signature: %1</source>
        <translation>Chữ ký của cơ quan cấp: %1</translation>
    </message>
    <message>
        <source>Proof that the chip is no copy: %1 (active), %2 (chip)</source>
        <translation>Bằng chứng chip không phải bản sao: %1 (chủ động), %2 (chip)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số căn cước</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Quốc tịch</translation>
    </message>
    <message>
        <source>Place of origin</source>
        <translation>Quê quán</translation>
    </message>
    <message>
        <source>Place of residence</source>
        <translation>Nơi cư trú</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ngày cấp</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Hết hạn</translation>
    </message>
    <message>
        <source>Previous number</source>
        <translation>Số CMND cũ</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Cách mở chip</translation>
    </message>
    <message>
        <source>%1 ms, %2 commands, %3 bytes</source>
        <translation>%1 ms, %2 lệnh, %3 byte</translation>
    </message>
    <message>
        <source>Write the result as one JSON object to a file, or to standard output with -.</source>
        <translation>Ghi kết quả thành một đối tượng JSON vào tệp, hoặc ra đầu ra chuẩn với dấu -.</translation>
    </message>
    <message>
        <source>Language of the texts: vi or en.</source>
        <translation>Ngôn ngữ hiển thị: vi hoặc en.</translation>
    </message>
    <message>
        <source>Say how the command is used.</source>
        <translation>Cho biết cách dùng lệnh.</translation>
    </message>
    <message>
        <source>Usage: %1 COMMAND [OPTIONS]</source>
        <translation>Cách dùng: %1 LỆNH [TÙY CHỌN]</translation>
    </message>
    <message>
        <source>chinhchu COMMAND --help tells the options of a command.</source>
        <translation>chinhchu LỆNH --help cho biết các tùy chọn của lệnh.</translation>
    </message>
    <message>
        <source>Usage: %1 %2 [OPTIONS]</source>
        <translation>Cách dùng: %1 %2 [TÙY CHỌN]</translation>
    </message>
    <message>
        <source>unknown command: %1</source>
        <translation>không có lệnh này: %1</translation>
    </message>
    <message>
        <source>Check whether a session could run now.</source>
        <translation>Kiểm tra xem bây giờ có thể phục vụ được không.</translation>
    </message>
    <message>
        <source>Camera device; under a demo enrolment also a picture, folder or video.</source>
        <translation>Thiết bị máy ảnh; với hồ sơ trình diễn có thể là ảnh, thư mục hoặc phim.</translation>
    </message>
    <message>
        <source>Address of the carrier; the enrolment&apos;s when absent.</source>
        <translation>Địa chỉ của nhà mạng; nếu bỏ trống thì theo hồ sơ thiết bị.</translation>
    </message>
    <message>
        <source>Compare the faces on two pictures.</source>
        <translation>So sánh khuôn mặt trên hai tấm ảnh.</translation>
    </message>
    <message>
        <source>Lay the card on the reader.</source>
        <translation>Đặt thẻ lên đầu đọc.</translation>
    </message>
    <message>
        <source>%1, %2 commands; issuer&apos;s signature: %3; proof that it is no copy: %4</source>
        <translation>%1, %2 lệnh; chữ ký của cơ quan cấp: %3; bằng chứng không phải bản sao: %4</translation>
    </message>
    <message>
        <source>Look at the camera.</source>
        <translation>Nhìn vào máy ảnh.</translation>
    </message>
    <message>
        <source>The carrier did not say which numbers it knows.</source>
        <translation>Nhà mạng chưa cho biết các số đang đứng tên.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) known to the carrier</source>
        <translation>
            <numerusform>%n số nhà mạng đang ghi nhận</numerusform>
        </translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Biên nhận %1</translation>
    </message>
    <message>
        <source>Kept here; it is sent when the carrier can be reached.</source>
        <translation>Đã lưu tại đây; sẽ gửi khi liên lạc được với nhà mạng.</translation>
    </message>
    <message>
        <source>the same person</source>
        <translation>cùng một người</translation>
    </message>
    <message>
        <source>not the same person</source>
        <translation>không phải cùng một người</translation>
    </message>
    <message>
        <source>%1: distance %2, threshold %3 (%4)</source>
        <translation>%1: khoảng cách %2, ngưỡng %3 (%4)</translation>
    </message>
    <message>
        <source>List what waits for the carrier.</source>
        <translation>Liệt kê những gì đang chờ gửi cho nhà mạng.</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>đã thử %n lần</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Không có gì đang chờ.</translation>
    </message>
    <message>
        <source>Send what waits to the carrier, now.</source>
        <translation>Gửi ngay những gì đang chờ cho nhà mạng.</translation>
    </message>
    <message>
        <source>%1 delivered, %2 refused, %3 waiting</source>
        <translation>%1 đã gửi, %2 bị từ chối, %3 đang chờ</translation>
    </message>
    <message>
        <source>Who can help:</source>
        <translation>Ai có thể giúp:</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>đang kết nối</translation>
    </message>
    <message>
        <source>opening the chip</source>
        <translation>đang mở chip</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>đang đọc %1</translation>
    </message>
    <message>
        <source>checking that the chip is genuine</source>
        <translation>đang kiểm tra chip thật hay giả</translation>
    </message>
    <message>
        <source>the card moved: waiting for it</source>
        <translation>thẻ bị xê dịch: đang chờ đặt lại</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>Read a card and check that it is genuine.</source>
        <translation>Đọc thẻ và kiểm tra thẻ thật hay giả.</translation>
    </message>
    <message>
        <source>How the chip is opened: auto, pace or bac.</source>
        <translation>Cách mở chip: auto, pace hoặc bac.</translation>
    </message>
    <message>
        <source>Folder for the chip&apos;s files; DG13 is never saved.</source>
        <translation>Thư mục lưu các tệp của chip; không bao giờ lưu DG13.</translation>
    </message>
    <message>
        <source>File for the exchange, personal data masked.</source>
        <translation>Tệp ghi lại trao đổi, dữ liệu cá nhân được che.</translation>
    </message>
    <message>
        <source>in use by another program</source>
        <translation>chương trình khác đang dùng</translation>
    </message>
    <message>
        <source>card present</source>
        <translation>có thẻ</translation>
    </message>
    <message>
        <source>no card</source>
        <translation>không có thẻ</translation>
    </message>
    <message>
        <source>List the card readers.</source>
        <translation>Liệt kê các đầu đọc thẻ.</translation>
    </message>
    <message>
        <source>The last 6 digits of the number on the card; - reads standard input.</source>
        <translation>6 số cuối của số trên thẻ; dấu - đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>The three lines on the back of the card; - reads standard input.</source>
        <translation>Ba dòng ký tự ở mặt sau thẻ; dấu - đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>The 12-digit number, with --birth and --expiry; - reads standard input.</source>
        <translation>Số 12 chữ số, kèm --birth và --expiry; dấu - đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>Birth date.</source>
        <translation>Ngày sinh.</translation>
    </message>
    <message>
        <source>Expiry date; 991231 for a card without one.</source>
        <translation>Ngày hết hạn; 991231 nếu thẻ không thời hạn.</translation>
    </message>
    <message>
        <source>The text of the QR code; - reads standard input.</source>
        <translation>Nội dung mã QR; dấu - đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>A whole session without a screen.</source>
        <translation>Một phiên trọn vẹn không cần màn hình.</translation>
    </message>
    <message>
        <source>Whoever starts this command states that the citizen has read the consent text and agrees (--consent-given is implied).</source>
        <translation>Người chạy lệnh này xác nhận rằng công dân đã đọc nội dung đồng ý và đã đồng ý (ngầm định --consent-given).</translation>
    </message>
    <message>
        <source>A phone number to bind; may be repeated; - reads standard input.</source>
        <translation>Số điện thoại cần xác thực; có thể lặp lại; dấu - đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>Who serves.</source>
        <translation>Người phục vụ.</translation>
    </message>
    <message>
        <source>The citizen agreed; implied.</source>
        <translation>Công dân đã đồng ý; ngầm định.</translation>
    </message>
    <message>
        <source>Check files saved from a chip, or an SOD alone.</source>
        <translation>Kiểm tra các tệp đã lưu từ chip, hoặc riêng tệp SOD.</translation>
    </message>
    <message>
        <source>Judge as of this day or moment; now when absent.</source>
        <translation>Xét theo ngày hoặc thời điểm này; nếu bỏ trống là bây giờ.</translation>
    </message>
    <message>
        <source>Check the signature and chain of this EF.SOD only.</source>
        <translation>Chỉ kiểm tra chữ ký và chuỗi chứng thư của EF.SOD này.</translation>
    </message>
    <message>
        <source>Repeat every check from a piece of evidence alone.</source>
        <translation>Kiểm tra lại mọi bước chỉ từ một hồ sơ bằng chứng.</translation>
    </message>
    <message>
        <source>The carrier&apos;s private key (PEM).</source>
        <translation>Khóa riêng của nhà mạng (PEM).</translation>
    </message>
    <message>
        <source>Certificate of who certifies devices (PEM).</source>
        <translation>Chứng thư của nơi chứng nhận thiết bị (PEM).</translation>
    </message>
    <message>
        <source>The carrier&apos;s policy, which can only make the rules stricter.</source>
        <translation>Chính sách của nhà mạng, chỉ có thể làm quy tắc chặt hơn.</translation>
    </message>
    <message>
        <source>Nobody vouches for the device: without --device-authority nothing is proven.</source>
        <translation>Không ai bảo chứng cho thiết bị: thiếu --device-authority thì chưa chứng minh được gì.</translation>
    </message>
    <message>
        <source>The face is not compared again: the models are missing.</source>
        <translation>Không so sánh lại khuôn mặt: thiếu mô hình.</translation>
    </message>
    <message>
        <source>Trust the issuers in these files, all or none.</source>
        <translation>Tin cậy các cơ quan cấp trong những tệp này: tất cả hoặc không.</translation>
    </message>
    <message>
        <source>For which documents: any, citizen-card or passport.</source>
        <translation>Cho loại giấy tờ nào: any, citizen-card hoặc passport.</translation>
    </message>
    <message>
        <source>A certificate that vouches for a list or bundle; may be repeated.</source>
        <translation>Chứng thư bảo đảm cho danh sách hoặc gói tin cậy; có thể lặp lại.</translation>
    </message>
    <message>
        <source>%1 certificates and %2 revocation lists added, %3 were there</source>
        <translation>đã thêm %1 chứng thư và %2 danh sách thu hồi, %3 mục đã có sẵn</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>bỏ qua: %1</translation>
    </message>
    <message>
        <source>List the issuers that are trusted.</source>
        <translation>Liệt kê các cơ quan cấp được tin cậy.</translation>
    </message>
    <message>
        <source>Nobody is trusted.</source>
        <translation>Chưa tin cậy cơ quan nào.</translation>
    </message>
    <message>
        <source>Check that the trail of what happened was not changed.</source>
        <translation>Kiểm tra nhật ký không bị sửa.</translation>
    </message>
    <message>
        <source>A head that was kept elsewhere; the trail must have passed it.</source>
        <translation>Dấu mốc được giữ ở nơi khác; nhật ký phải đi qua mốc này.</translation>
    </message>
    <message>
        <source>The trail is whole: %1</source>
        <translation>Nhật ký nguyên vẹn: %1</translation>
    </message>
    <message>
        <source>%1: %2 people, %3 pictures, %4 without a face, %5 genuine and %6 impostor pairs</source>
        <translation>%1: %2 người, %3 ảnh, %4 ảnh không có khuôn mặt, %5 cặp cùng người và %6 cặp khác người</translation>
    </message>
    <message>
        <source>too few pairs</source>
        <translation>quá ít cặp ảnh</translation>
    </message>
    <message>
        <source>Measure error rates on a folder with one folder per person.</source>
        <translation>Đo tỷ lệ sai trên một thư mục, mỗi người một thư mục con.</translation>
    </message>
    <message>
        <source>Write the DET curve as an SVG picture.</source>
        <translation>Ghi đường cong DET thành ảnh SVG.</translation>
    </message>
    <message>
        <source>How many pictures make one probe.</source>
        <translation>Số ảnh cho mỗi lần so sánh.</translation>
    </message>
    <message>
        <source>not acceptable</source>
        <translation>không đạt</translation>
    </message>
    <message>
        <source>Measure the liveness check on recorded attacks.</source>
        <translation>Đo việc kiểm tra người thật trên các lần giả mạo đã ghi hình.</translation>
    </message>
    <message>
        <source>DIR holds one folder per species, bona-fide among them, with videos and their challenges (NAME.avi, NAME.plan).</source>
        <translation>DIR có một thư mục cho mỗi kiểu giả mạo, trong đó có bona-fide, gồm các video và thử thách của chúng (NAME.avi, NAME.plan).</translation>
    </message>
    <message>
        <source>Measure how good the picture of a face is.</source>
        <translation>Đo chất lượng ảnh khuôn mặt.</translation>
    </message>
    <message>
        <source>Signed list can be read</source>
        <translation>Danh sách đã ký đọc được</translation>
    </message>
    <message>
        <source>Signature of the signer</source>
        <translation>Chữ ký của bên ký</translation>
    </message>
    <message>
        <source>List of hashes</source>
        <translation>Danh sách mã băm</translation>
    </message>
    <message>
        <source>Strength of the digest</source>
        <translation>Độ mạnh của thuật toán băm</translation>
    </message>
    <message>
        <source>Certificate of the signer</source>
        <translation>Chứng thư của bên ký</translation>
    </message>
    <message>
        <source>Signer confirmed by the carrier</source>
        <translation>Bên ký đã được nhà mạng xác nhận</translation>
    </message>
    <message>
        <source>Signer was made by a trusted issuer</source>
        <translation>Bên ký do cơ quan cấp được tin cậy tạo ra</translation>
    </message>
    <message>
        <source>Link to the issuer&apos;s next key</source>
        <translation>Liên kết tới khóa kế tiếp của cơ quan cấp</translation>
    </message>
    <message>
        <source>Length of the chain</source>
        <translation>Độ dài của chuỗi chứng thư</translation>
    </message>
    <message>
        <source>Certificate of the issuer</source>
        <translation>Chứng thư của cơ quan cấp</translation>
    </message>
    <message>
        <source>Country of signer and issuer</source>
        <translation>Quốc gia của bên ký và cơ quan cấp</translation>
    </message>
    <message>
        <source>Issuer valid when it made the signer</source>
        <translation>Cơ quan cấp còn hiệu lực khi tạo bên ký</translation>
    </message>
    <message>
        <source>Not withdrawn by the issuer</source>
        <translation>Chưa bị cơ quan cấp thu hồi</translation>
    </message>
    <message>
        <source>Known deviation of the issuing state</source>
        <translation>Sai lệch đã biết của nước cấp</translation>
    </message>
    <message>
        <source>Signer valid when the document was issued</source>
        <translation>Bên ký còn hiệu lực khi cấp giấy tờ</translation>
    </message>
    <message>
        <source>Signer valid now</source>
        <translation>Bên ký còn hiệu lực hiện nay</translation>
    </message>
    <message>
        <source>File unchanged since it was signed</source>
        <translation>Tệp không thay đổi từ khi ký</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Nội dung của tệp</translation>
    </message>
    <message>
        <source>List of files agrees with the signature</source>
        <translation>Danh sách tệp khớp với chữ ký</translation>
    </message>
    <message>
        <source>State that issued the document</source>
        <translation>Nước cấp giấy tờ</translation>
    </message>
    <message>
        <source>Issuer trusted for this kind of document</source>
        <translation>Cơ quan cấp được tin cậy cho loại giấy tờ này</translation>
    </message>
    <message>
        <source>Signer may sign this kind of document</source>
        <translation>Bên ký được phép ký loại giấy tờ này</translation>
    </message>
    <message>
        <source>Protection of the connection</source>
        <translation>Mức bảo vệ của kết nối</translation>
    </message>
    <message>
        <source>Offered protection agrees with what is signed</source>
        <translation>Mức bảo vệ chip đưa ra khớp với phần đã ký</translation>
    </message>
    <message>
        <source>Chip proves its own key (active)</source>
        <translation>Chip chứng minh khóa riêng (chủ động)</translation>
    </message>
    <message>
        <source>Chip proves its own key (chip)</source>
        <translation>Chip chứng minh khóa riêng (chip)</translation>
    </message>
    <message>
        <source>Chip can prove that it is no copy</source>
        <translation>Chip chứng minh được mình không phải bản sao</translation>
    </message>
    <message>
        <source>Same person in all files</source>
        <translation>Cùng một người trong mọi tệp</translation>
    </message>
    <message>
        <source>Document has not expired</source>
        <translation>Giấy tờ chưa hết hạn</translation>
    </message>
    <message>
        <source>right</source>
        <translation>đúng</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>sai</translation>
    </message>
    <message>
        <source>note</source>
        <translation>lưu ý</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>chưa kiểm tra</translation>
    </message>
    <message>
        <source>right, by a trusted issuer</source>
        <translation>đúng, của cơ quan cấp được tin cậy</translation>
    </message>
    <message>
        <source>right, but the issuer is not confirmed</source>
        <translation>đúng, nhưng cơ quan cấp chưa được xác nhận</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>given</source>
        <translation>có</translation>
    </message>
    <message>
        <source>the chip has none</source>
        <translation>chip không có</translation>
    </message>
    <message>
        <source>Small movements only, under the eyes of the member of staff (--staff).</source>
        <translation>Chỉ động tác nhỏ, có nhân viên trông coi (--staff).</translation>
    </message>
    <message>
        <source>version %1 of the carrier&apos;s list, with %2 confirmed signers</source>
        <translation>danh sách của nhà mạng phiên bản %1, có %2 bên ký đã xác nhận</translation>
    </message>
    <message>
        <source>%1 known deviations added</source>
        <translation>đã thêm %1 sai lệch đã biết</translation>
    </message>
    <message>
        <source>%1 and %2 differ: %3</source>
        <translation>%1 và %2 khác nhau: %3</translation>
    </message>
    <message>
        <source>Write everything into the trace: for test cards only.</source>
        <translation>Ghi đầy đủ mọi dữ liệu vào tệp ghi: chỉ dùng cho thẻ thử nghiệm.</translation>
    </message>
    <message>
        <source>Read from an unmasked trace instead of a card; never ends as verified.</source>
        <translation>Đọc từ tệp ghi đầy đủ thay cho thẻ; không bao giờ được coi là đã xác thực.</translation>
    </message>
    <message>
        <source>Read every file that the chip gives out, not only what is needed.</source>
        <translation>Đọc mọi tệp mà chip cho phép, không chỉ những tệp cần dùng.</translation>
    </message>
    <message>
        <source>Make this device known to the carrier, once.</source>
        <translation>Đăng ký thiết bị này với nhà mạng, một lần.</translation>
    </message>
    <message>
        <source>The carrier hands out a one-time code and the certificate of its authority. The key is made here and never leaves this device.</source>
        <translation>Nhà mạng cấp mã dùng một lần và chứng thư gốc của mình. Khóa được tạo tại đây và không bao giờ rời thiết bị.</translation>
    </message>
    <message>
        <source>Address of the carrier.</source>
        <translation>Địa chỉ của nhà mạng.</translation>
    </message>
    <message>
        <source>Certificate of the carrier&apos;s authority (PEM).</source>
        <translation>Chứng thư gốc của nhà mạng (PEM).</translation>
    </message>
    <message>
        <source>The one-time code; - reads standard input.</source>
        <translation>Mã dùng một lần; - để đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>Make the key in a token: pkcs11:token=...;object=...?module-path=...&amp;pin-source=file:...</source>
        <translation>Tạo khóa trong thiết bị giữ khóa: pkcs11:token=...;object=...?module-path=...&amp;pin-source=file:...</translation>
    </message>
    <message>
        <source>Where the device stands; it is part of each confirmation.</source>
        <translation>Nơi đặt thiết bị; được ghi trong mỗi bản xác nhận.</translation>
    </message>
    <message>
        <source>Enrolled as %1 (%2).</source>
        <translation>Đã đăng ký với tên %1 (%2).</translation>
    </message>
    <message>
        <source>Receipt %1: received, not yet authenticated</source>
        <translation>Biên nhận %1: đã nhận, chưa xác thực</translation>
    </message>
    <message numerus="yes">
        <source>The queue was damaged. It was put aside as %1; %n binding(s) could be taken over.</source>
        <translation>
            <numerusform>Hàng chờ đã bị hỏng. Tệp hỏng được cất tại %1; lấy lại được %n bản xác nhận.</numerusform>
        </translation>
    </message>
    <message>
        <source>received, not yet authenticated</source>
        <translation>đã nhận, chưa xác thực</translation>
    </message>
    <message>
        <source>received, not yet authenticated: %1</source>
        <translation>đã nhận, chưa xác thực: %1</translation>
    </message>
    <message>
        <source>Check that everything that waits is whole.</source>
        <translation>Kiểm tra mọi bản xác nhận đang chờ còn nguyên vẹn.</translation>
    </message>
    <message>
        <source>Let what the carrier refused wait for it again.</source>
        <translation>Cho các bản xác nhận bị nhà mạng từ chối vào hàng chờ gửi lại.</translation>
    </message>
    <message>
        <source>Everything that was refused and is still kept here.</source>
        <translation>Tất cả những bản bị từ chối mà máy này còn giữ.</translation>
    </message>
    <message>
        <source>Waiting again: %1</source>
        <translation>Đang chờ gửi lại: %1</translation>
    </message>
    <message>
        <source>End a block after wrong PINs; the PIN stays.</source>
        <translation>Mở khóa sau khi nhập sai mã PIN; mã PIN giữ nguyên.</translation>
    </message>
    <message>
        <source>The queue is whole; waiting: %1</source>
        <translation>Hàng chờ còn nguyên vẹn; đang chờ: %1</translation>
    </message>
    <message>
        <source>Staff number of the supervisor who does this.</source>
        <translation>Mã nhân viên của người quản lý thực hiện việc này.</translation>
    </message>
    <message>
        <source>The supervisor&apos;s PIN; - reads standard input.</source>
        <translation>Mã PIN của người quản lý; - đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>Xong: %1.</translation>
    </message>
    <message>
        <source>Let a member of staff sign in at this device.</source>
        <translation>Cho một nhân viên đăng nhập trên thiết bị này.</translation>
    </message>
    <message>
        <source>helper, clerk, supervisor or technician.</source>
        <translation>helper, clerk, supervisor hoặc technician.</translation>
    </message>
    <message>
        <source>How the member of staff is called.</source>
        <translation>Tên của nhân viên.</translation>
    </message>
    <message>
        <source>The new PIN; - reads standard input.</source>
        <translation>Mã PIN mới; - đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>Give a member of staff a new PIN; it ends a block.</source>
        <translation>Cấp mã PIN mới cho nhân viên và mở chặn.</translation>
    </message>
    <message>
        <source>End that a member of staff may sign in here.</source>
        <translation>Không cho nhân viên đăng nhập ở đây nữa.</translation>
    </message>
    <message>
        <source>Who may sign in at this device.</source>
        <translation>Những ai được đăng nhập trên thiết bị này.</translation>
    </message>
    <message>
        <source>Their PIN; - reads standard input.</source>
        <translation>Mã PIN của người đó; - đọc từ đầu vào chuẩn.</translation>
    </message>
    <message numerus="yes">
        <source>Wrong: %n more try/tries.</source>
        <translation>
            <numerusform>Sai: còn %n lần thử.</numerusform>
        </translation>
    </message>
    <message>
        <source>The carrier has sent a one-time password to the number.</source>
        <translation>Nhà mạng đã gửi mật khẩu một lần tới số này.</translation>
    </message>
    <message>
        <source>The one-time password, when the carrier asks for it; - reads standard input when it has been sent.</source>
        <translation>Mật khẩu một lần, khi nhà mạng hỏi; - đọc từ đầu vào chuẩn sau khi đã gửi.</translation>
    </message>
    <message>
        <source>The citizen wants a digital signature, where the carrier offers one, and agrees.</source>
        <translation>Công dân muốn có chữ ký số, nơi nhà mạng cung cấp, và đồng ý.</translation>
    </message>
    <message>
        <source>For a child: the last 6 digits of the number on the parent&apos;s card, who agrees; - reads standard input.</source>
        <translation>Với trẻ em: 6 số cuối trên thẻ của cha mẹ (người đồng ý); - đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>For a child: the text of the QR code on the parent&apos;s card; - reads standard input.</source>
        <translation>Với trẻ em: nội dung mã QR trên thẻ của cha mẹ; - đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>The reader for the parent&apos;s card; the same when absent.</source>
        <translation>Đầu đọc cho thẻ của cha mẹ; không có thì dùng chung.</translation>
    </message>
    <message>
        <source>The camera for the parent; the same when absent.</source>
        <translation>Máy ảnh cho cha mẹ; không có thì dùng chung.</translation>
    </message>
    <message>
        <source>A child: a parent agrees, with a card and a face of their own.</source>
        <translation>Trẻ em: cha mẹ đồng ý, dùng thẻ và khuôn mặt của chính mình.</translation>
    </message>
    <message>
        <source>Lay the parent&apos;s card on the reader.</source>
        <translation>Đặt thẻ của cha mẹ lên đầu đọc.</translation>
    </message>
    <message>
        <source>The card has no chip: ends with 3, for the counter; no key is needed.</source>
        <translation>Thẻ không có chip: kết thúc với mã 3 để làm tại quầy; không cần khóa.</translation>
    </message>
    <message>
        <source>Hold the front of the card before the camera, then its back.</source>
        <translation>Đưa mặt trước của thẻ trước máy ảnh, rồi mặt sau.</translation>
    </message>
    <message>
        <source>Under a demo enrolment: a picture of the card&apos;s front instead of the camera, where the carrier asks for one; with --document-back.</source>
        <translation>Chỉ với đăng ký trình diễn: ảnh mặt trước của thẻ thay cho máy ảnh, khi nhà mạng yêu cầu; dùng cùng --document-back.</translation>
    </message>
    <message>
        <source>The end, not included: a day, or a time with its offset; now when absent.</source>
        <translation>Thời điểm cuối, không tính: một ngày, hoặc thời điểm kèm múi giờ; bỏ trống là bây giờ.</translation>
    </message>
    <message>
        <source>What was done here in seven days, without personal data.</source>
        <translation>Những việc đã làm ở đây trong bảy ngày, không có dữ liệu cá nhân.</translation>
    </message>
    <message>
        <source>The beginning; that of the trail when absent.</source>
        <translation>Thời điểm đầu; bỏ trống là lúc nhật ký bắt đầu.</translation>
    </message>
    <message>
        <source>How many bindings are to be authenticated.</source>
        <translation>Số hồ sơ cần được xác thực.</translation>
    </message>
    <message>
        <source>How long to wait for a card; %1 when absent.</source>
        <translation>Thời gian chờ đặt thẻ; bỏ trống là %1 giây.</translation>
    </message>
    <message>
        <source>Folder with enrolment, issuers and queue; $CHINHCHU_HOME or ~/.local/share/chinhchu when absent.</source>
        <translation>Thư mục chứa hồ sơ thiết bị, cơ quan cấp và hàng chờ; bỏ trống là $CHINHCHU_HOME hoặc ~/.local/share/chinhchu.</translation>
    </message>
    <message>
        <source>Exit status: 0 verified or done, 2 usage or set-up, 3 reader or card, 4 wrong key,
5 authenticity failed, 6 intact but issuer not confirmed, 7 face does not match or is not live,
8 queued or not yet authenticated, 9 refused by the carrier.</source>
        <translation>Mã kết thúc: 0 đã xác thực hoặc đã xong, 2 dùng sai lệnh hoặc chưa cài đặt đủ, 3 đầu đọc hoặc thẻ, 4 sai khóa mở chip,
5 thẻ không thật, 6 nguyên vẹn nhưng cơ quan cấp chưa được xác nhận, 7 khuôn mặt không khớp hoặc không phải người thật,
8 đang chờ gửi hoặc chưa được xác thực, 9 nhà mạng từ chối.</translation>
    </message>
    <message>
        <source>%1 takes options only</source>
        <translation>%1 chỉ nhận các tùy chọn</translation>
    </message>
    <message>
        <source>after %1 one of: %2</source>
        <translation>sau %1 phải là một trong: %2</translation>
    </message>
    <message>
        <source>Folder with the face models; when absent the one that the set-up filled.</source>
        <translation>Thư mục chứa các mô hình khuôn mặt; bỏ trống là thư mục do bước cài đặt tạo.</translation>
    </message>
    <message>
        <source>Folder with the certificates and CRLs of trusted issuers; the home folder&apos;s when absent.</source>
        <translation>Thư mục chứa chứng thư và danh sách thu hồi của các cơ quan cấp được tin cậy; bỏ trống là trong thư mục --home.</translation>
    </message>
    <message>
        <source>What was done here in a whole campaign, against its target.</source>
        <translation>Những việc đã làm ở đây trong cả một chiến dịch, so với chỉ tiêu.</translation>
    </message>
    <message>
        <source>A picture of the card&apos;s back; with --document-front.</source>
        <translation>Ảnh mặt sau của thẻ; dùng cùng --document-front.</translation>
    </message>
    <message>
        <source>assisted (when absent), mobile or self-service.</source>
        <translation>assisted (có nhân viên; khi bỏ trống), mobile (lưu động) hoặc self-service (tự phục vụ).</translation>
    </message>
    <message>
        <source>The first member may be added without a sign-in and must be a supervisor. A PIN given as - is read from standard input, a line for each, the one of --by first.</source>
        <translation>Người đầu tiên có thể được thêm mà không cần đăng nhập và phải là quản lý. Mã PIN ghi là - được đọc từ đầu vào chuẩn, mỗi dòng một mã, mã của --by trước.</translation>
    </message>
    <message>
        <source>The machine&apos;s administrator (root) needs no --by. A PIN given as - is read from standard input.</source>
        <translation>Người quản trị máy (root) không cần --by. Mã PIN ghi là - được đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>Nobody may sign in here yet.</source>
        <translation>Chưa có ai được đăng nhập ở đây.</translation>
    </message>
    <message>
        <source>Counted from the audit trail and the queue of this device. How many numbers there are and which are locked the carrier is asked; without its answer the report is made too, and says so.</source>
        <translation>Đếm từ nhật ký kiểm tra và hàng chờ của thiết bị này. Tổng số thuê bao và số bị khóa được hỏi nhà mạng; nếu nhà mạng không trả lời thì báo cáo vẫn được lập và ghi rõ điều đó.</translation>
    </message>
    <message>
        <source>Do not ask the carrier for its counts.</source>
        <translation>Không hỏi số liệu của nhà mạng.</translation>
    </message>
    <message>
        <source>What is to be done about the numbers that are left: the handling plan, in your words.</source>
        <translation>Sẽ làm gì với các thuê bao còn lại: phương án xử lý, do người lập báo cáo tự viết.</translation>
    </message>
    <message>
        <source>Write the report into this file; it is replaced as a whole or not at all.</source>
        <translation>Ghi báo cáo vào tệp này; tệp cũ được thay trọn vẹn hoặc giữ nguyên.</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Báo cáo đã ghi vào %1.</translation>
    </message>
    <message>
        <source>text, csv, json, xlsx or pdf; when absent what the ending of --out says, else text.</source>
        <translation>text, csv, json, xlsx hoặc pdf; khi bỏ trống thì theo đuôi tên tệp của --out, nếu không thì text.</translation>
    </message>
    <message>
        <source>Asking the carrier for its counts; that takes some seconds at most.</source>
        <translation>Đang hỏi số liệu của nhà mạng; nhiều nhất là vài giây.</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>I agree that my mobile carrier reads the chip of my citizen card, takes pictures of my face and compares them with the photograph in the chip, in order to confirm that my phone numbers are mine. Name, date of birth, personal number, photograph, pictures of my face and phone numbers are sent to the carrier, who is responsible for them and keeps them as long as the law demands. I may see them, have them corrected, and withdraw this agreement at the carrier.</source>
        <translation>Tôi đồng ý để nhà mạng đọc chip trên thẻ căn cước của tôi, chụp ảnh khuôn mặt tôi và so sánh với ảnh trong chip, nhằm xác nhận các số thuê bao là của chính tôi. Họ tên, ngày sinh, số định danh cá nhân, ảnh trong chip, ảnh khuôn mặt và số thuê bao được gửi tới nhà mạng; nhà mạng chịu trách nhiệm và lưu giữ theo thời hạn pháp luật quy định. Tôi có quyền xem, yêu cầu sửa và rút lại sự đồng ý này tại nhà mạng.</translation>
    </message>
    <message>
        <source>I am this child&apos;s parent or guardian. I agree that these numbers are registered for the child, and that my card and face are checked and sent to the carrier too.</source>
        <translation>Tôi là cha, mẹ hoặc người giám hộ của trẻ. Tôi đồng ý đăng ký các số này cho trẻ, và đồng ý để thẻ và khuôn mặt của tôi cũng được kiểm tra và gửi đến nhà mạng.</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>Before we start</source>
        <translation>Trước khi bắt đầu</translation>
    </message>
    <message>
        <source>Please read this. Nothing happens before you agree.</source>
        <translation>Xin đọc mấy điều sau. Chưa có gì diễn ra khi quý khách chưa đồng ý.</translation>
    </message>
    <message>
        <source>I agree, go on</source>
        <translation>Đồng ý, tiếp tục</translation>
    </message>
</context>
<context>
    <name>DeliverPage</name>
    <message>
        <source>Sending to the carrier</source>
        <translation>Đang gửi tới nhà mạng</translation>
    </message>
    <message>
        <source>You may take your card now.</source>
        <translation>Quý khách có thể cất thẻ.</translation>
    </message>
    <message>
        <source>Sealed here</source>
        <translation>Niêm phong tại đây</translation>
    </message>
    <message>
        <source>Your carrier</source>
        <translation>Nhà mạng</translation>
    </message>
</context>
<context>
    <name>DocumentPicturesPage</name>
    <message>
        <source>Now the back of the card</source>
        <translation>Bây giờ là mặt sau của thẻ</translation>
    </message>
    <message>
        <source>The front of your card</source>
        <translation>Mặt trước của thẻ</translation>
    </message>
    <message>
        <source>Hold the card before the camera. The picture takes itself.</source>
        <translation>Xin đưa thẻ trước máy ảnh. Ảnh được chụp tự động.</translation>
    </message>
    <message>
        <source>How far the pictures are</source>
        <translation>Tiến độ chụp ảnh</translation>
    </message>
</context>
<context>
    <name>EraseSign</name>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
</context>
<context>
    <name>FaceHint</name>
    <message>
        <source>Look at the camera</source>
        <translation>Nhìn vào máy ảnh</translation>
    </message>
    <message>
        <source>One person only, please</source>
        <translation>Chỉ một người thôi ạ</translation>
    </message>
    <message>
        <source>Come a little closer</source>
        <translation>Lại gần thêm một chút</translation>
    </message>
    <message>
        <source>The camera is waking up</source>
        <translation>Máy ảnh đang bật</translation>
    </message>
    <message>
        <source>Step back a little</source>
        <translation>Lùi lại một chút</translation>
    </message>
    <message>
        <source>Bring your face into the oval</source>
        <translation>Đưa mặt vào khung tròn</translation>
    </message>
    <message>
        <source>More light on your face</source>
        <translation>Cần thêm ánh sáng</translation>
    </message>
    <message>
        <source>Too bright: turn from the light</source>
        <translation>Chói quá, tránh đèn một chút</translation>
    </message>
    <message>
        <source>Turn towards the light</source>
        <translation>Quay mặt về phía sáng</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Xin giữ yên</translation>
    </message>
    <message>
        <source>Open your eyes</source>
        <translation>Xin mở mắt</translation>
    </message>
    <message>
        <source>Take off dark glasses</source>
        <translation>Bỏ kính đen ra ạ</translation>
    </message>
    <message>
        <source>Close your mouth</source>
        <translation>Xin ngậm miệng lại</translation>
    </message>
    <message>
        <source>Take off your mask</source>
        <translation>Bỏ khẩu trang ra ạ</translation>
    </message>
    <message>
        <source>Take off mask or hat</source>
        <translation>Bỏ khẩu trang hoặc mũ</translation>
    </message>
    <message>
        <source>Look straight ahead</source>
        <translation>Nhìn thẳng phía trước</translation>
    </message>
    <message>
        <source>Hold your head level</source>
        <translation>Giữ đầu ngang, đừng cúi</translation>
    </message>
    <message>
        <source>Hold your head upright</source>
        <translation>Giữ đầu thẳng</translation>
    </message>
    <message>
        <source>Turn your head slowly left</source>
        <translation>Quay đầu từ từ sang trái</translation>
    </message>
    <message>
        <source>Turn your head slowly right</source>
        <translation>Quay đầu từ từ sang phải</translation>
    </message>
    <message>
        <source>Close your eyes for a second</source>
        <translation>Nhắm mắt một giây rồi mở</translation>
    </message>
    <message>
        <source>Look up slowly</source>
        <translation>Ngước đầu lên từ từ</translation>
    </message>
    <message>
        <source>Lower your head slowly</source>
        <translation>Cúi đầu xuống từ từ</translation>
    </message>
    <message>
        <source>Show the whole card, close up</source>
        <translation>Đưa cả thẻ lại gần</translation>
    </message>
    <message>
        <source>Bring the card closer</source>
        <translation>Đưa thẻ lại gần hơn</translation>
    </message>
    <message>
        <source>Hold the card straight</source>
        <translation>Giữ thẻ thẳng</translation>
    </message>
    <message>
        <source>More light on the card</source>
        <translation>Cần thêm ánh sáng vào thẻ</translation>
    </message>
    <message>
        <source>Tilt the card away from the lamp</source>
        <translation>Nghiêng thẻ tránh ánh đèn</translation>
    </message>
    <message>
        <source>Hold the card still</source>
        <translation>Giữ yên thẻ</translation>
    </message>
    <message>
        <source>Turn the card over</source>
        <translation>Lật thẻ lại</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>The camera&apos;s picture stopped for a while.</source>
        <translation>Hình từ máy ảnh bị ngắt một lúc.</translation>
    </message>
    <message>
        <source>Your card is fine. Please try again.</source>
        <translation>Thẻ không có lỗi. Xin hãy thử lại.</translation>
    </message>
    <message>
        <source>This kiosk has no certificates of card issuers.</source>
        <translation>Máy này chưa có chứng thư của cơ quan cấp thẻ.</translation>
    </message>
    <message>
        <source>Import the list of issuers first: without it no card can be confirmed.</source>
        <translation>Trước hết hãy nạp danh sách cơ quan cấp thẻ: chưa có thì không thẻ nào xác nhận được.</translation>
    </message>
    <message>
        <source>The clock of this kiosk is wrong.</source>
        <translation>Đồng hồ của máy này sai giờ.</translation>
    </message>
    <message>
        <source>Your card is fine. The kiosk needs the right time or the network first.</source>
        <translation>Thẻ không có lỗi. Máy cần được chỉnh đúng giờ hoặc có mạng trở lại.</translation>
    </message>
    <message>
        <source>This card cannot stand for the child&apos;s parent.</source>
        <translation>Thẻ này không thể dùng cho cha mẹ của trẻ.</translation>
    </message>
    <message>
        <source>Use the card of a parent or guardian who is an adult.</source>
        <translation>Hãy dùng thẻ của cha, mẹ hoặc người giám hộ đã thành niên.</translation>
    </message>
    <message>
        <source>This kiosk cannot use its own key.</source>
        <translation>Máy này không dùng được khóa của chính nó.</translation>
    </message>
    <message>
        <source>Check that the key&apos;s device is plugged in and its PIN is set.</source>
        <translation>Kiểm tra thiết bị chứa khóa đã cắm và đã đặt mã PIN.</translation>
    </message>
    <message>
        <source>This card has no chip, or its chip no longer answers.</source>
        <translation>Thẻ này không có chip, hoặc chip không còn phản hồi.</translation>
    </message>
    <message>
        <source>Go to the counter; your number can be confirmed there another way.</source>
        <translation>Mời đến quầy; số của quý khách được xác nhận bằng cách khác.</translation>
    </message>
    <message>
        <source>The writing in the picture of the card cannot be read.</source>
        <translation>Không đọc được chữ trong ảnh chụp thẻ.</translation>
    </message>
    <message>
        <source>Lay the card flat, away from bright light, and take it again.</source>
        <translation>Đặt thẻ nằm phẳng, tránh ánh sáng chói, rồi chụp lại.</translation>
    </message>
    <message>
        <source>The six digits are not the ones that were sent.</source>
        <translation>Sáu chữ số không đúng với tin nhắn đã gửi.</translation>
    </message>
    <message>
        <source>Look at the newest message and enter its digits, or ask for new ones.</source>
        <translation>Xem tin nhắn mới nhất và nhập các chữ số, hoặc yêu cầu gửi lại.</translation>
    </message>
    <message>
        <source>A fourth number can only be registered at the carrier&apos;s own shop.</source>
        <translation>Số thứ tư chỉ được đăng ký tại điểm do nhà mạng trực tiếp mở.</translation>
    </message>
    <message>
        <source>Go to a shop that the carrier runs itself.</source>
        <translation>Mời đến điểm giao dịch do chính nhà mạng mở.</translation>
    </message>
    <message>
        <source>The command was not understood.</source>
        <translation>Lệnh vừa nhập không đúng.</translation>
    </message>
    <message>
        <source>Check the options with --help.</source>
        <translation>Xem các tùy chọn bằng --help.</translation>
    </message>
    <message>
        <source>The technician.</source>
        <translation>Kỹ thuật viên.</translation>
    </message>
    <message>
        <source>This kiosk is not set up correctly.</source>
        <translation>Máy này chưa được cài đặt đúng.</translation>
    </message>
    <message>
        <source>Run the health check and follow what it says.</source>
        <translation>Chạy kiểm tra máy và làm theo hướng dẫn.</translation>
    </message>
    <message>
        <source>This kiosk is not known to the carrier yet.</source>
        <translation>Máy này chưa được đăng ký với nhà mạng.</translation>
    </message>
    <message>
        <source>Enrol the device with the carrier first.</source>
        <translation>Hãy đăng ký máy với nhà mạng trước.</translation>
    </message>
    <message>
        <source>A simulated part is attached, and this kiosk is enrolled for real work.</source>
        <translation>Có bộ phận mô phỏng đang gắn vào máy dùng để phục vụ thật.</translation>
    </message>
    <message>
        <source>Use a real reader and a real camera.</source>
        <translation>Hãy dùng đầu đọc thật và máy ảnh thật.</translation>
    </message>
    <message>
        <source>A file needed to compare faces is missing.</source>
        <translation>Thiếu một tệp cần để so sánh khuôn mặt.</translation>
    </message>
    <message>
        <source>Run the set-up again; it fetches what is missing.</source>
        <translation>Chạy lại phần cài đặt; phần còn thiếu sẽ được tải về.</translation>
    </message>
    <message>
        <source>A file needed to compare faces is not the one that was tested.</source>
        <translation>Một tệp để so sánh khuôn mặt không đúng bản đã kiểm tra.</translation>
    </message>
    <message>
        <source>Delete the named file and run the set-up again.</source>
        <translation>Xóa tệp đã nêu rồi chạy lại phần cài đặt.</translation>
    </message>
    <message>
        <source>A file could not be read.</source>
        <translation>Không đọc được một tệp.</translation>
    </message>
    <message>
        <source>Check that it exists and may be read.</source>
        <translation>Kiểm tra xem tệp có tồn tại và được phép đọc không.</translation>
    </message>
    <message>
        <source>Nothing can be saved on this kiosk right now.</source>
        <translation>Hiện không lưu được gì trên máy này.</translation>
    </message>
    <message>
        <source>Check the free space of the disk.</source>
        <translation>Kiểm tra dung lượng trống của ổ đĩa.</translation>
    </message>
    <message>
        <source>A file with issuers could not be taken in.</source>
        <translation>Không nạp được tệp danh sách cơ quan cấp.</translation>
    </message>
    <message>
        <source>Nothing was changed. Get the file again.</source>
        <translation>Chưa có gì thay đổi. Hãy lấy lại tệp.</translation>
    </message>
    <message>
        <source>The list of issuers is not signed by someone who is trusted.</source>
        <translation>Danh sách cơ quan cấp không do nơi đáng tin cậy ký.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check where the list came from.</source>
        <translation>Chưa có gì thay đổi. Hãy kiểm tra danh sách lấy từ đâu.</translation>
    </message>
    <message>
        <source>The list of issuers is older than the one in use.</source>
        <translation>Danh sách cơ quan cấp này cũ hơn danh sách đang dùng.</translation>
    </message>
    <message>
        <source>Nothing was changed. Get the newest list.</source>
        <translation>Chưa có gì thay đổi. Hãy lấy danh sách mới nhất.</translation>
    </message>
    <message>
        <source>The card reader service is not running.</source>
        <translation>Dịch vụ đọc thẻ chưa chạy.</translation>
    </message>
    <message>
        <source>Start pcscd, then try again.</source>
        <translation>Khởi động pcscd rồi thử lại.</translation>
    </message>
    <message>
        <source>No card reader is connected.</source>
        <translation>Chưa cắm đầu đọc thẻ.</translation>
    </message>
    <message>
        <source>Plug in the card reader, then try again.</source>
        <translation>Cắm đầu đọc thẻ rồi thử lại.</translation>
    </message>
    <message>
        <source>A member of staff.</source>
        <translation>Nhân viên tại quầy.</translation>
    </message>
    <message>
        <source>There is no card on the reader.</source>
        <translation>Chưa có thẻ trên đầu đọc.</translation>
    </message>
    <message>
        <source>Lay the card flat on the reader and leave it there.</source>
        <translation>Đặt thẻ nằm phẳng trên đầu đọc và để yên.</translation>
    </message>
    <message>
        <source>Another program is using the card reader.</source>
        <translation>Một chương trình khác đang dùng đầu đọc thẻ.</translation>
    </message>
    <message>
        <source>Close the other program, then try again.</source>
        <translation>Đóng chương trình kia rồi thử lại.</translation>
    </message>
    <message>
        <source>The card moved before it was read.</source>
        <translation>Thẻ bị xê dịch khi chưa đọc xong.</translation>
    </message>
    <message>
        <source>Put the card back and keep it still.</source>
        <translation>Đặt thẻ lại và để yên.</translation>
    </message>
    <message>
        <source>The card does not answer.</source>
        <translation>Thẻ không phản hồi.</translation>
    </message>
    <message>
        <source>Take the card off, wait a moment and put it back.</source>
        <translation>Nhấc thẻ ra, chờ một lát rồi đặt lại.</translation>
    </message>
    <message>
        <source>The card gave an answer that makes no sense.</source>
        <translation>Thẻ trả lời không đúng.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, use the counter.</source>
        <translation>Xin thử lại. Nếu vẫn vậy, mời đến quầy.</translation>
    </message>
    <message>
        <source>The card refused to go on.</source>
        <translation>Thẻ không cho đọc tiếp.</translation>
    </message>
    <message>
        <source>Take the card off, put it back and try again.</source>
        <translation>Nhấc thẻ ra, đặt lại rồi thử lần nữa.</translation>
    </message>
    <message>
        <source>This is not a citizen card with a chip.</source>
        <translation>Đây không phải thẻ căn cước gắn chip.</translation>
    </message>
    <message>
        <source>Use a citizen card with a chip, or go to the counter.</source>
        <translation>Xin dùng thẻ căn cước gắn chip, hoặc mời đến quầy.</translation>
    </message>
    <message>
        <source>The protected connection to the card broke.</source>
        <translation>Kết nối an toàn với thẻ bị ngắt.</translation>
    </message>
    <message>
        <source>A different card was put on the reader.</source>
        <translation>Trên đầu đọc là một thẻ khác.</translation>
    </message>
    <message>
        <source>Put the first card back, or start again.</source>
        <translation>Đặt lại thẻ ban đầu, hoặc làm lại từ đầu.</translation>
    </message>
    <message>
        <source>The session was ended.</source>
        <translation>Phiên làm việc đã kết thúc.</translation>
    </message>
    <message>
        <source>Start again when you are ready.</source>
        <translation>Khi nào sẵn sàng, mời bắt đầu lại.</translation>
    </message>
    <message>
        <source>This was read from a recording, not from a card.</source>
        <translation>Dữ liệu này lấy từ bản ghi, không phải từ thẻ.</translation>
    </message>
    <message>
        <source>Use it to look for faults only.</source>
        <translation>Chỉ dùng để tìm lỗi.</translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation>Máy ảnh không có hình.</translation>
    </message>
    <message>
        <source>Check that the camera is plugged in and not covered.</source>
        <translation>Kiểm tra xem máy ảnh đã cắm và không bị che chưa.</translation>
    </message>
    <message>
        <source>The numbers entered cannot be those of a card.</source>
        <translation>Dãy số vừa nhập không phải là số thẻ.</translation>
    </message>
    <message>
        <source>Check the digits and enter them again.</source>
        <translation>Xem lại từng chữ số rồi nhập lại.</translation>
    </message>
    <message>
        <source>The numbers entered do not belong to this card.</source>
        <translation>Dãy số vừa nhập không phải của thẻ này.</translation>
    </message>
    <message>
        <source>Enter the last 6 digits of the number on the card again.</source>
        <translation>Nhập lại 6 số cuối của số trên thẻ.</translation>
    </message>
    <message>
        <source>The chip cannot be opened with what was entered.</source>
        <translation>Không mở được chip bằng số vừa nhập.</translation>
    </message>
    <message>
        <source>Scan the code on the card, or enter the whole number.</source>
        <translation>Quét mã trên thẻ, hoặc nhập đủ 12 số.</translation>
    </message>
    <message>
        <source>The chip has no signature of its issuer.</source>
        <translation>Chip không có chữ ký của cơ quan cấp.</translation>
    </message>
    <message>
        <source>This card cannot be used here. Go to the counter.</source>
        <translation>Thẻ này không dùng được ở đây. Mời đến quầy.</translation>
    </message>
    <message>
        <source>A member of staff, then the police who issued the card.</source>
        <translation>Nhân viên tại quầy, sau đó là công an nơi cấp thẻ.</translation>
    </message>
    <message>
        <source>The signature on the chip cannot be read.</source>
        <translation>Không đọc được chữ ký trên chip.</translation>
    </message>
    <message>
        <source>The signature on the chip is not right.</source>
        <translation>Chữ ký trên chip không đúng.</translation>
    </message>
    <message>
        <source>Data on the chip was changed after the card was issued.</source>
        <translation>Dữ liệu trên chip đã bị sửa sau khi cấp thẻ.</translation>
    </message>
    <message>
        <source>The chip holds back data that it must have.</source>
        <translation>Chip không đưa ra dữ liệu bắt buộc phải có.</translation>
    </message>
    <message>
        <source>Try once more. If it happens again, go to the counter.</source>
        <translation>Xin thử lại một lần. Nếu vẫn vậy, mời đến quầy.</translation>
    </message>
    <message>
        <source>Data on the chip cannot be understood.</source>
        <translation>Không hiểu được dữ liệu trên chip.</translation>
    </message>
    <message>
        <source>The chip could not prove that it is not a copy.</source>
        <translation>Chip không chứng minh được mình không phải bản sao.</translation>
    </message>
    <message>
        <source>The chip hides the key that would prove it is not a copy.</source>
        <translation>Chip giấu khóa dùng để chứng minh không phải bản sao.</translation>
    </message>
    <message>
        <source>This citizen card has nothing that proves it is not a copy.</source>
        <translation>Thẻ căn cước này không có gì chứng minh đây không phải bản sao.</translation>
    </message>
    <message>
        <source>The chip did not offer the protection that it should have.</source>
        <translation>Chip không dùng mức bảo vệ lẽ ra phải có.</translation>
    </message>
    <message>
        <source>The chip says different things about its protection.</source>
        <translation>Chip khai không thống nhất về cách bảo vệ.</translation>
    </message>
    <message>
        <source>The issuer&apos;s certificate on the chip is not valid.</source>
        <translation>Chứng thư của cơ quan cấp trên chip không hợp lệ.</translation>
    </message>
    <message>
        <source>The issuer has withdrawn the certificate of this card.</source>
        <translation>Cơ quan cấp đã thu hồi chứng thư của thẻ này.</translation>
    </message>
    <message>
        <source>The chip holds different data about the same person.</source>
        <translation>Các dữ liệu trên chip về cùng một người không khớp nhau.</translation>
    </message>
    <message>
        <source>The card has expired.</source>
        <translation>Thẻ đã hết hạn.</translation>
    </message>
    <message>
        <source>Renew the card with the police, then come back.</source>
        <translation>Xin đổi thẻ tại cơ quan công an rồi quay lại.</translation>
    </message>
    <message>
        <source>The police who issue citizen cards.</source>
        <translation>Cơ quan công an cấp căn cước.</translation>
    </message>
    <message>
        <source>The signature on the chip was made for something else.</source>
        <translation>Chữ ký trên chip được tạo cho việc khác.</translation>
    </message>
    <message>
        <source>The signed list on the chip cannot be read.</source>
        <translation>Không đọc được danh mục đã ký trên chip.</translation>
    </message>
    <message>
        <source>The data on the chip is not signed.</source>
        <translation>Dữ liệu trên chip chưa được ký.</translation>
    </message>
    <message>
        <source>The signed list on the chip was changed.</source>
        <translation>Danh mục đã ký trên chip bị sửa.</translation>
    </message>
    <message>
        <source>The signature on the chip does not cover what it must.</source>
        <translation>Chữ ký trên chip không bao gồm đủ phần cần ký.</translation>
    </message>
    <message>
        <source>The chip is signed in a way that is not accepted.</source>
        <translation>Cách ký trên chip không được chấp nhận.</translation>
    </message>
    <message>
        <source>The chip is protected in a way that is no longer safe.</source>
        <translation>Cách bảo vệ chip không còn an toàn.</translation>
    </message>
    <message>
        <source>The chip uses a key that is not accepted.</source>
        <translation>Chip dùng loại khóa không được chấp nhận.</translation>
    </message>
    <message>
        <source>The chip is signed with a key that is too weak.</source>
        <translation>Chip được ký bằng khóa quá yếu.</translation>
    </message>
    <message>
        <source>A key on the chip cannot be read.</source>
        <translation>Không đọc được một khóa trên chip.</translation>
    </message>
    <message>
        <source>The chip holds data that its issuer did not sign.</source>
        <translation>Chip chứa dữ liệu mà cơ quan cấp không ký.</translation>
    </message>
    <message>
        <source>The chip says different things about what it holds.</source>
        <translation>Chip khai không thống nhất về dữ liệu bên trong.</translation>
    </message>
    <message>
        <source>The certificate of the signer is not on the chip.</source>
        <translation>Trên chip không có chứng thư của bên ký.</translation>
    </message>
    <message>
        <source>The certificate on the chip is of the wrong kind.</source>
        <translation>Chứng thư trên chip không đúng loại.</translation>
    </message>
    <message>
        <source>The certificate on the chip may not sign cards.</source>
        <translation>Chứng thư trên chip không được phép ký thẻ.</translation>
    </message>
    <message>
        <source>The certificate on the chip was issued for something else.</source>
        <translation>Chứng thư trên chip được cấp cho việc khác.</translation>
    </message>
    <message>
        <source>The certificate on the chip has a condition that is not known.</source>
        <translation>Chứng thư trên chip có một điều kiện chưa biết.</translation>
    </message>
    <message>
        <source>The certificate on the chip is not valid yet.</source>
        <translation>Chứng thư trên chip chưa có hiệu lực.</translation>
    </message>
    <message>
        <source>The certificate was not valid when the card was issued.</source>
        <translation>Chứng thư không có hiệu lực vào lúc cấp thẻ.</translation>
    </message>
    <message>
        <source>The card was signed when its key was no longer in use.</source>
        <translation>Thẻ được ký khi khóa ký đã hết thời gian sử dụng.</translation>
    </message>
    <message>
        <source>The certificate on the chip is not for this kind of card.</source>
        <translation>Chứng thư trên chip không dành cho loại thẻ này.</translation>
    </message>
    <message>
        <source>The certificate on the chip was not made by the issuer it names.</source>
        <translation>Chứng thư trên chip không do cơ quan ghi trên đó cấp.</translation>
    </message>
    <message>
        <source>The certificate on the chip was made by someone who may not.</source>
        <translation>Chứng thư trên chip do nơi không có thẩm quyền cấp.</translation>
    </message>
    <message>
        <source>The issuer was not valid when it made the certificate.</source>
        <translation>Cơ quan cấp không còn hiệu lực vào lúc cấp chứng thư.</translation>
    </message>
    <message>
        <source>The issuer of this card has been withdrawn.</source>
        <translation>Chứng thư của cơ quan cấp thẻ này đã bị thu hồi.</translation>
    </message>
    <message>
        <source>The chip is intact, but its issuer could not be confirmed here.</source>
        <translation>Chip còn nguyên vẹn, nhưng ở đây chưa xác nhận được cơ quan cấp.</translation>
    </message>
    <message>
        <source>Ask a member of staff to check with the carrier.</source>
        <translation>Nhờ nhân viên kiểm tra với nhà mạng.</translation>
    </message>
    <message>
        <source>It is not known whether the issuer withdrew this card&apos;s certificate.</source>
        <translation>Chưa rõ chứng thư của thẻ này có bị thu hồi hay không.</translation>
    </message>
    <message>
        <source>Ask a member of staff to update the list of issuers.</source>
        <translation>Nhờ nhân viên cập nhật danh sách cơ quan cấp.</translation>
    </message>
    <message>
        <source>The chip is intact, but another country signed it.</source>
        <translation>Chip còn nguyên vẹn, nhưng do nước khác ký.</translation>
    </message>
    <message>
        <source>The chip is intact, but signer and issuer are of different countries.</source>
        <translation>Chip còn nguyên vẹn, nhưng bên ký và cơ quan cấp thuộc hai nước khác nhau.</translation>
    </message>
    <message>
        <source>The chip is intact, but its issuer is not known for this kind of card.</source>
        <translation>Chip còn nguyên vẹn, nhưng cơ quan cấp chưa được biết là cấp loại thẻ này.</translation>
    </message>
    <message>
        <source>The chip is intact, but it has nothing that proves it is not a copy.</source>
        <translation>Chip nguyên vẹn nhưng không có gì chứng minh đây không phải bản sao.</translation>
    </message>
    <message>
        <source>Ask a member of staff to look at the document itself.</source>
        <translation>Nhờ nhân viên kiểm tra trực tiếp giấy tờ này.</translation>
    </message>
    <message>
        <source>The photograph on the chip cannot be shown.</source>
        <translation>Không hiển thị được ảnh trên chip.</translation>
    </message>
    <message>
        <source>Go to the counter with your card.</source>
        <translation>Mời mang thẻ đến quầy.</translation>
    </message>
    <message>
        <source>No face was seen.</source>
        <translation>Chưa thấy khuôn mặt.</translation>
    </message>
    <message>
        <source>Stand in front of the camera and look at it.</source>
        <translation>Đứng trước máy ảnh và nhìn vào máy ảnh.</translation>
    </message>
    <message>
        <source>More than one face was seen.</source>
        <translation>Có nhiều hơn một khuôn mặt.</translation>
    </message>
    <message>
        <source>Only the holder of the card stands in front of the camera.</source>
        <translation>Chỉ một mình chủ thẻ đứng trước máy ảnh.</translation>
    </message>
    <message>
        <source>The picture of the face is not clear enough.</source>
        <translation>Ảnh khuôn mặt chưa đủ rõ.</translation>
    </message>
    <message>
        <source>Come closer, take off mask or dark glasses and look at the camera.</source>
        <translation>Lại gần hơn, bỏ khẩu trang và kính đen, nhìn vào máy ảnh.</translation>
    </message>
    <message>
        <source>The face is not like the photograph on the chip.</source>
        <translation>Khuôn mặt chưa giống ảnh trên chip.</translation>
    </message>
    <message>
        <source>Try again in good light, without mask and glasses, or ask the staff.</source>
        <translation>Thử lại ở chỗ đủ sáng, bỏ khẩu trang và kính, hoặc nhờ nhân viên.</translation>
    </message>
    <message>
        <source>A member of staff, or VNeID.</source>
        <translation>Nhân viên tại quầy, hoặc ứng dụng VNeID.</translation>
    </message>
    <message>
        <source>It is not certain that a living person stands in front of the camera.</source>
        <translation>Chưa chắc chắn có người thật đang đứng trước máy ảnh.</translation>
    </message>
    <message>
        <source>Try again and follow the instructions on the screen, or ask the staff.</source>
        <translation>Thử lại và làm theo hướng dẫn trên màn hình, hoặc nhờ nhân viên.</translation>
    </message>
    <message>
        <source>The carrier cannot be reached right now.</source>
        <translation>Hiện chưa liên lạc được với nhà mạng.</translation>
    </message>
    <message>
        <source>Nothing is lost: it is sent as soon as the network is back.</source>
        <translation>Không mất gì cả: sẽ tự gửi ngay khi có mạng lại.</translation>
    </message>
    <message>
        <source>The server that answered is not the carrier&apos;s.</source>
        <translation>Máy chủ vừa trả lời không phải của nhà mạng.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the network and the clock.</source>
        <translation>Chưa gửi gì đi. Hãy kiểm tra mạng và đồng hồ.</translation>
    </message>
    <message>
        <source>The carrier gave an answer that makes no sense.</source>
        <translation>Nhà mạng trả lời không đúng.</translation>
    </message>
    <message>
        <source>Nothing is lost: it is sent again later.</source>
        <translation>Không mất gì cả: sẽ gửi lại sau.</translation>
    </message>
    <message>
        <source>The carrier has received the confirmation and has not checked it yet.</source>
        <translation>Nhà mạng đã nhận bản xác nhận nhưng chưa kiểm tra xong.</translation>
    </message>
    <message>
        <source>Keep the receipt; the carrier decides and tells you by a message.</source>
        <translation>Xin giữ biên nhận; nhà mạng sẽ quyết định và báo cho quý khách bằng tin nhắn.</translation>
    </message>
    <message>
        <source>The carrier, with the number of the receipt.</source>
        <translation>Nhà mạng; xin nêu số biên nhận.</translation>
    </message>
    <message>
        <source>The confirmation is kept here and waits to be sent.</source>
        <translation>Bản xác nhận được giữ tại đây và chờ gửi đi.</translation>
    </message>
    <message>
        <source>Keep the receipt; nothing else to do.</source>
        <translation>Xin giữ biên nhận; không cần làm gì thêm.</translation>
    </message>
    <message>
        <source>The carrier did not accept the confirmation.</source>
        <translation>Nhà mạng chưa chấp nhận bản xác nhận.</translation>
    </message>
    <message>
        <source>Ask a member of staff what the carrier needs.</source>
        <translation>Hỏi nhân viên xem nhà mạng cần thêm gì.</translation>
    </message>
    <message>
        <source>A member of staff, then the carrier.</source>
        <translation>Nhân viên tại quầy, sau đó là nhà mạng.</translation>
    </message>
    <message>
        <source>The card ended the protected connection.</source>
        <translation>Thẻ đã ngắt kết nối an toàn.</translation>
    </message>
    <message>
        <source>This record cannot be opened, or it was changed.</source>
        <translation>Không mở được hồ sơ này, hoặc hồ sơ đã bị sửa.</translation>
    </message>
    <message>
        <source>Check that the key is the one it was sealed to.</source>
        <translation>Kiểm tra xem có đúng khóa dùng để niêm phong không.</translation>
    </message>
    <message>
        <source>The signature of the device on this record is not right.</source>
        <translation>Chữ ký của thiết bị trên hồ sơ này không đúng.</translation>
    </message>
    <message>
        <source>Do not use this record. Keep it and report it.</source>
        <translation>Không dùng hồ sơ này. Hãy giữ lại và báo cáo.</translation>
    </message>
    <message>
        <source>The carrier.</source>
        <translation>Nhà mạng.</translation>
    </message>
    <message>
        <source>This record is not written as it should be.</source>
        <translation>Hồ sơ này không đúng định dạng.</translation>
    </message>
    <message>
        <source>Check that the program is new enough for it.</source>
        <translation>Kiểm tra xem chương trình có đủ mới không.</translation>
    </message>
    <message>
        <source>This record says things that its own proofs do not show.</source>
        <translation>Hồ sơ này ghi những điều mà bằng chứng kèm theo không chứng tỏ.</translation>
    </message>
    <message>
        <source>The proof of the chip was not made for this session.</source>
        <translation>Bằng chứng của chip không được tạo cho phiên này.</translation>
    </message>
    <message>
        <source>This kiosk keeps as many unsent confirmations as it can.</source>
        <translation>Máy này đã giữ đến mức tối đa các bản xác nhận chưa gửi.</translation>
    </message>
    <message>
        <source>Connect it to the network so that it can send them.</source>
        <translation>Hãy kết nối mạng để máy gửi đi.</translation>
    </message>
    <message>
        <source>The carrier&apos;s rules for this kiosk are not valid.</source>
        <translation>Quy định của nhà mạng cho máy này không hợp lệ.</translation>
    </message>
    <message>
        <source>The kiosk goes on with the rules it had. Ask the carrier for new ones.</source>
        <translation>Máy vẫn dùng quy định cũ. Hãy xin nhà mạng bản mới.</translation>
    </message>
    <message>
        <source>The technician, then the carrier.</source>
        <translation>Kỹ thuật viên, sau đó là nhà mạng.</translation>
    </message>
    <message>
        <source>The record of what happened on this kiosk was changed.</source>
        <translation>Nhật ký của máy này đã bị sửa.</translation>
    </message>
    <message>
        <source>Keep the kiosk as it is and report it.</source>
        <translation>Giữ nguyên máy và báo cáo ngay.</translation>
    </message>
    <message>
        <source>The holder of this card is a child.</source>
        <translation>Chủ thẻ này là trẻ em.</translation>
    </message>
    <message>
        <source>Come to the counter together with a parent.</source>
        <translation>Mời đến quầy cùng cha hoặc mẹ.</translation>
    </message>
    <message>
        <source>Reading the card takes too long.</source>
        <translation>Đọc thẻ mất quá nhiều thời gian.</translation>
    </message>
    <message>
        <source>Take the card off, put it back and keep it still.</source>
        <translation>Nhấc thẻ ra, đặt lại rồi để yên.</translation>
    </message>
    <message>
        <source>The movements were not the ones that were asked for.</source>
        <translation>Các động tác chưa đúng như đã yêu cầu.</translation>
    </message>
    <message>
        <source>Try again slowly, one movement at a time, or ask the staff.</source>
        <translation>Thử lại thật chậm, từng động tác một, hoặc nhờ nhân viên.</translation>
    </message>
    <message>
        <source>The camera saw a picture of a face, not a face.</source>
        <translation>Máy ảnh thấy ảnh của một khuôn mặt, không phải khuôn mặt thật.</translation>
    </message>
    <message>
        <source>Stand in front of the camera yourself, without a picture, or ask the staff.</source>
        <translation>Xin tự đứng trước máy ảnh, không dùng ảnh, hoặc nhờ nhân viên.</translation>
    </message>
    <message>
        <source>The face seems to be shown on a screen or on paper.</source>
        <translation>Khuôn mặt dường như hiện trên màn hình hoặc trên giấy.</translation>
    </message>
    <message>
        <source>Stand in front of the camera yourself, with no screen near you, or ask the staff.</source>
        <translation>Xin tự đứng trước máy ảnh, không có màn hình gần bên, hoặc nhờ nhân viên.</translation>
    </message>
    <message>
        <source>Another person came before the camera.</source>
        <translation>Một người khác đã vào trước máy ảnh.</translation>
    </message>
    <message>
        <source>Only the holder of the card stands in front of the camera, from beginning to end.</source>
        <translation>Chỉ chủ thẻ đứng trước máy ảnh, từ đầu đến cuối.</translation>
    </message>
    <message>
        <source>The picture of the camera stands still or repeats itself.</source>
        <translation>Hình từ máy ảnh đứng yên hoặc lặp lại.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, a member of staff looks at the camera.</source>
        <translation>Thử lại. Nếu vẫn vậy, nhân viên sẽ kiểm tra máy ảnh.</translation>
    </message>
    <message>
        <source>A member of staff, then the technician.</source>
        <translation>Nhân viên, rồi kỹ thuật viên.</translation>
    </message>
    <message>
        <source>The kiosk has no voice for one of its languages.</source>
        <translation>Máy chưa có giọng đọc cho một trong các ngôn ngữ.</translation>
    </message>
    <message>
        <source>Go on without sound, or run the set-up again.</source>
        <translation>Cứ tiếp tục không có tiếng, hoặc chạy lại phần cài đặt.</translation>
    </message>
    <message>
        <source>Staff number and PIN do not belong together.</source>
        <translation>Mã nhân viên và mã PIN không khớp nhau.</translation>
    </message>
    <message>
        <source>Try again. After five wrong tries the waiting time grows.</source>
        <translation>Hãy thử lại. Sau năm lần sai, thời gian chờ sẽ tăng dần.</translation>
    </message>
    <message>
        <source>Your supervisor.</source>
        <translation>Người quản lý trực tiếp.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Nhập sai mã PIN quá nhiều lần.</translation>
    </message>
    <message>
        <source>Wait, then try again. Or have a new PIN made.</source>
        <translation>Hãy chờ rồi thử lại. Hoặc xin cấp mã PIN mới.</translation>
    </message>
    <message>
        <source>This needs a member of staff who may do it.</source>
        <translation>Việc này cần một nhân viên có quyền thực hiện.</translation>
    </message>
    <message>
        <source>Ask someone with the right to do this to sign in.</source>
        <translation>Hãy nhờ người có quyền đăng nhập.</translation>
    </message>
</context>
<context>
    <name>GreetingDrawing</name>
    <message>
        <source>A citizen card and a telephone that belong together</source>
        <translation>Thẻ căn cước và điện thoại của cùng một người</translation>
    </message>
</context>
<context>
    <name>GreetingPage</name>
    <message>
        <source>Touch Start.</source>
        <translation>Xin chạm vào nút Bắt đầu.</translation>
    </message>
    <message>
        <source>You need your citizen card with a chip. It takes about two minutes and costs nothing.</source>
        <translation>Chỉ cần thẻ căn cước gắn chip. Mất khoảng hai phút, không tốn tiền.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Confirm your phone number</source>
        <translation>Xác thực số điện thoại chính chủ</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>%1 serves: sign out</source>
        <translation>%1 đang phục vụ: đăng xuất</translation>
    </message>
</context>
<context>
    <name>GuardianConsentPage</name>
    <message>
        <source>A parent agrees too</source>
        <translation>Cần cha mẹ đồng ý</translation>
    </message>
    <message>
        <source>The child is confirmed. Now the parent: agree here, then use your own card and show your own face.</source>
        <translation>Đã xác nhận trẻ. Mời cha mẹ đồng ý tại đây, rồi dùng thẻ và khuôn mặt của mình.</translation>
    </message>
    <message>
        <source>I agree, go on</source>
        <translation>Đồng ý, tiếp tục</translation>
    </message>
    <message>
        <source>I have read this and I agree.</source>
        <translation>Tôi đã đọc và tôi đồng ý.</translation>
    </message>
</context>
<context>
    <name>IdentifyPage</name>
    <message>
        <source>The number on your card</source>
        <translation>Số trên thẻ căn cước</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Type the last 6 digits, or scan the code on the card.</source>
        <translation>Nhập 6 số cuối, hoặc quét mã QR trên thẻ.</translation>
    </message>
    <message>
        <source>The number is complete.</source>
        <translation>Đã đủ số.</translation>
    </message>
    <message>
        <source>The number on the parent&apos;s card</source>
        <translation>Số trên thẻ của cha mẹ</translation>
    </message>
    <message>
        <source>Card without chip</source>
        <translation>Thẻ không có chip</translation>
    </message>
    <message>
        <source>Hold the card&apos;s code to the camera, or type the last 6 digits.</source>
        <translation>Đưa mã QR trên thẻ ra trước máy ảnh, hoặc nhập 6 số cuối.</translation>
    </message>
</context>
<context>
    <name>IdleSheet</name>
    <message>
        <source>Are you still there?</source>
        <translation>Quý khách còn ở đây không?</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Tôi vẫn ở đây</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Kết thúc ngay</translation>
    </message>
</context>
<context>
    <name>KioskCommandLine</name>
    <message>
        <source>The kiosk: confirms who holds a phone number, with card and face.</source>
        <translation>Máy tự phục vụ: xác thực chủ số điện thoại bằng thẻ và khuôn mặt.</translation>
    </message>
    <message>
        <source>Folder of this installation.</source>
        <translation>Thư mục của bản cài đặt này.</translation>
    </message>
    <message>
        <source>Name of the card reader; the first otherwise.</source>
        <translation>Tên đầu đọc thẻ; nếu bỏ trống thì dùng đầu đọc đầu tiên.</translation>
    </message>
    <message>
        <source>Camera device, or a file under a demonstration enrolment.</source>
        <translation>Thiết bị máy ảnh, hoặc một tệp nếu dùng hồ sơ trình diễn.</translation>
    </message>
    <message>
        <source>Address of the carrier; the enrolment&apos;s otherwise.</source>
        <translation>Địa chỉ của nhà mạng; nếu bỏ trống thì theo hồ sơ thiết bị.</translation>
    </message>
    <message>
        <source>Folder of the face models.</source>
        <translation>Thư mục chứa các mô hình khuôn mặt.</translation>
    </message>
    <message>
        <source>Folder of the trusted issuers.</source>
        <translation>Thư mục các cơ quan cấp được tin cậy.</translation>
    </message>
    <message>
        <source>Language to begin with: vi or en.</source>
        <translation>Ngôn ngữ lúc bắt đầu: vi hoặc en.</translation>
    </message>
    <message>
        <source>Open in a window.</source>
        <translation>Mở trong cửa sổ.</translation>
    </message>
    <message>
        <source>Fill the screen (the default).</source>
        <translation>Mở toàn màn hình (mặc định).</translation>
    </message>
    <message>
        <source>Size of the window, for example 1366x768.</source>
        <translation>Kích thước cửa sổ, ví dụ 1366x768.</translation>
    </message>
    <message>
        <source>Walk through one session as this file says (demonstration only).</source>
        <translation>Tự chạy một phiên theo tệp này (chỉ để trình diễn).</translation>
    </message>
    <message>
        <source>Walk: the digits to type for the card.</source>
        <translation>Trình diễn: các chữ số nhập cho thẻ.</translation>
    </message>
    <message>
        <source>Walk: a phone number to type; may be repeated.</source>
        <translation>Trình diễn: số điện thoại cần nhập; có thể lặp lại.</translation>
    </message>
    <message>
        <source>Walk by touch or by keyboard.</source>
        <translation>Trình diễn bằng chạm hoặc bằng bàn phím.</translation>
    </message>
    <message>
        <source>Walk: write a picture of every page into this folder.</source>
        <translation>Trình diễn: lưu ảnh từng trang vào thư mục này.</translation>
    </message>
    <message>
        <source>Walk: leave the window open after the receipt.</source>
        <translation>Trình diễn: giữ cửa sổ mở sau biên nhận.</translation>
    </message>
    <message>
        <source>Folder of recordings, said before the synthetic voice is asked.</source>
        <translation>Thư mục chứa các đoạn ghi âm, được phát trước giọng đọc tổng hợp.</translation>
    </message>
    <message>
        <source>Say nothing aloud.</source>
        <translation>Không đọc thành tiếng.</translation>
    </message>
    <message>
        <source>Write what this run cost into this file, as JSON.</source>
        <translation>Ghi chi phí của lần chạy này vào tệp này, dạng JSON.</translation>
    </message>
    <message>
        <source>End after so many seconds: for measurements.</source>
        <translation>Kết thúc sau số giây này: để đo đạc.</translation>
    </message>
    <message>
        <source>Walk: go on from the receipt to the next greeting.</source>
        <translation>Đi thử: từ biên nhận đi tiếp tới lời chào kế tiếp.</translation>
    </message>
    <message>
        <source>Give each person a process of their own, in a walk too.</source>
        <translation>Mỗi người một tiến trình riêng, cả khi đi thử.</translation>
    </message>
    <message>
        <source>Serve everybody in one process.</source>
        <translation>Phục vụ mọi người trong một tiến trình.</translation>
    </message>
    <message>
        <source>Used by the program itself.</source>
        <translation>Chương trình tự dùng.</translation>
    </message>
    <message>
        <source>A walk needs --walk-can or --walk-scan, and --walk-msisdn.</source>
        <translation>Đi thử cần --walk-can hoặc --walk-scan, và --walk-msisdn.</translation>
    </message>
    <message>
        <source>Walk: wait for the camera to read the code on the card.</source>
        <translation>Đi thử: chờ máy ảnh đọc mã trên thẻ.</translation>
    </message>
</context>
<context>
    <name>KioskOffice</name>
    <message>
        <source>Card reader</source>
        <translation>Đầu đọc thẻ</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Máy ảnh</translation>
    </message>
    <message>
        <source>Face models</source>
        <translation>Mô hình khuôn mặt</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Ổ đĩa</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Thư viện tính toán</translation>
    </message>
    <message>
        <source>Swap space</source>
        <translation>Vùng tráo đổi bộ nhớ</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Đăng ký thiết bị</translation>
    </message>
    <message>
        <source>Issuers</source>
        <translation>Cơ quan cấp</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Hàng chờ</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Nhà mạng</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>thử lại lúc %1</translation>
    </message>
    <message>
        <source>Confirmations today</source>
        <translation>Bản xác nhận hôm nay</translation>
    </message>
    <message>
        <source>Verified by the carrier</source>
        <translation>Nhà mạng đã xác thực</translation>
    </message>
    <message>
        <source>Received, being checked</source>
        <translation>Đã nhận, đang kiểm tra</translation>
    </message>
    <message>
        <source>Waiting here</source>
        <translation>Đang chờ tại đây</translation>
    </message>
    <message>
        <source>Refused by the carrier</source>
        <translation>Nhà mạng từ chối</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Không có gì đang chờ.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Sẵn sàng</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Trình diễn</translation>
    </message>
    <message>
        <source>Real work</source>
        <translation>Phục vụ thật</translation>
    </message>
    <message>
        <source>The first one attached</source>
        <translation>Thiết bị đầu tiên đang cắm</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>Carrier&apos;s look</source>
        <translation>Nhận diện nhà mạng</translation>
    </message>
    <message>
        <source>Given when the program was started</source>
        <translation>Được cho khi khởi động chương trình</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Light, strong</source>
        <translation>Sáng, tương phản cao</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Dark, strong</source>
        <translation>Tối, tương phản cao</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Tắt</translation>
    </message>
    <message>
        <source>Language at the start</source>
        <translation>Ngôn ngữ lúc bắt đầu</translation>
    </message>
    <message>
        <source>Text at the start</source>
        <translation>Cỡ chữ lúc bắt đầu</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Lớn</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Thường</translation>
    </message>
    <message>
        <source>Colours at the start</source>
        <translation>Màu lúc bắt đầu</translation>
    </message>
    <message>
        <source>Sound at the start</source>
        <translation>Âm thanh lúc bắt đầu</translation>
    </message>
    <message>
        <source>Decided by the enrolment (chinhchu enrol-device)</source>
        <translation>Do việc đăng ký thiết bị quyết định (chinhchu enrol-device)</translation>
    </message>
    <message>
        <source>Tries, patience, consent, colours</source>
        <translation>Số lần thử, thời gian chờ, lời đồng ý, màu sắc</translation>
    </message>
    <message>
        <source>The carrier&apos;s signed policy</source>
        <translation>Chính sách có chữ ký của nhà mạng</translation>
    </message>
</context>
<context>
    <name>KioskPage</name>
    <message>
        <source>End</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Text, colours and sound</source>
        <translation>Chữ, màu và âm thanh</translation>
    </message>
</context>
<context>
    <name>KioskProgram</name>
    <message>
        <source>Window</source>
        <translation>Cửa sổ</translation>
    </message>
    <message>
        <source>Never busy for longer than 16 ms</source>
        <translation>Chưa lần nào bận quá 16 ms</translation>
    </message>
    <message>
        <source>Longest pause %1 ms</source>
        <translation>Lần dừng lâu nhất %1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n pause(s) over 16 ms; own work at most %1 ms</source>
        <translation>
            <numerusform>%n lần dừng quá 16 ms; tự xử lý lâu nhất %1 ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Confirm your phone number: page by page</source>
        <translation>Xác thực số điện thoại: từng trang một</translation>
    </message>
    <message>
        <source>You need your citizen card and some minutes. Every page has one task; End and Back are always in the same place.</source>
        <translation>Quý khách cần thẻ căn cước và vài phút. Mỗi trang chỉ có một việc; nút Kết thúc và Quay lại luôn ở cùng một chỗ.</translation>
    </message>
    <message>
        <source>When something is wrong</source>
        <translation>Khi có trục trặc</translation>
    </message>
    <message>
        <source>Code, and what happened</source>
        <translation>Mã, và chuyện đã xảy ra</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Cần làm gì</translation>
    </message>
    <message>
        <source>Who can help</source>
        <translation>Ai có thể giúp</translation>
    </message>
    <message>
        <source>The usual session</source>
        <translation>Một phiên thông thường</translation>
    </message>
    <message>
        <source>Staff explain and wait; the person ticks and confirms with their own hand.</source>
        <translation>Nhân viên giải thích và chờ; khách tự tay đánh dấu và xác nhận.</translation>
    </message>
    <message>
        <source>On every page</source>
        <translation>Trên mọi trang</translation>
    </message>
    <message>
        <source>These two sheets may lie over any page.</source>
        <translation>Hai bảng này có thể hiện trên bất kỳ trang nào.</translation>
    </message>
    <message>
        <source>Special roads</source>
        <translation>Các trường hợp riêng</translation>
    </message>
    <message>
        <source>Pages that only some people see, or only where the carrier asks for them. The pages between them are those of the usual session.</source>
        <translation>Những trang chỉ một số khách gặp, hoặc chỉ có khi nhà mạng yêu cầu. Các trang xen giữa vẫn như trong phiên thông thường.</translation>
    </message>
    <message>
        <source>The card moves while it is read</source>
        <translation>Thẻ bị xê dịch khi đang đọc</translation>
    </message>
    <message>
        <source>Reading stops; nothing is lost.</source>
        <translation>Máy tạm dừng đọc; không mất gì cả.</translation>
    </message>
    <message>
        <source>A card whose issuer is not known here</source>
        <translation>Thẻ có cơ quan cấp mà máy chưa biết</translation>
    </message>
    <message>
        <source>The chip is intact, and this kiosk does not know who issued it. The carrier is asked; without a network the session goes on where the carrier&apos;s rules allow it.</source>
        <translation>Chip còn nguyên vẹn nhưng máy này chưa biết cơ quan cấp. Máy hỏi nhà mạng; khi không có mạng, phiên vẫn đi tiếp nếu quy định của nhà mạng cho phép.</translation>
    </message>
    <message>
        <source>A child with a parent</source>
        <translation>Trẻ em đi cùng cha mẹ</translation>
    </message>
    <message>
        <source>From 6 to under 15 years the child&apos;s card and face come first, then those of a parent; the carrier may set a higher age. Below 6 years a parent registers the number in their own name. It needs a member of staff who serves.</source>
        <translation>Từ 6 đến dưới 15 tuổi: thẻ và khuôn mặt của trẻ trước, rồi đến của cha hoặc mẹ; nhà mạng có thể đặt mức tuổi cao hơn. Dưới 6 tuổi: cha hoặc mẹ đứng tên đăng ký. Chỉ làm được khi có nhân viên phục vụ.</translation>
    </message>
    <message>
        <source>A number of an organisation</source>
        <translation>Số của tổ chức</translation>
    </message>
    <message>
        <source>The carrier says that an organisation holds the number.</source>
        <translation>Nhà mạng cho biết số này do một tổ chức đứng tên.</translation>
    </message>
    <message>
        <source>A fourth number</source>
        <translation>Số thứ tư</translation>
    </message>
    <message>
        <source>A point of sale that is not the carrier&apos;s own registers at most three prepaid numbers for one person.</source>
        <translation>Điểm bán không phải của chính nhà mạng chỉ được đăng ký tối đa ba số trả trước cho một người.</translation>
    </message>
    <message>
        <source>A card without a chip</source>
        <translation>Thẻ không có chip</translation>
    </message>
    <message>
        <source>The kiosk cannot confirm such a card; the counter can.</source>
        <translation>Máy không xác thực được thẻ này; phải làm tại quầy.</translation>
    </message>
    <message>
        <source>Without a network</source>
        <translation>Khi không có mạng</translation>
    </message>
    <message>
        <source>Nothing is lost: the confirmation is sealed on the kiosk and sent by itself.</source>
        <translation>Không mất gì cả: bản xác nhận được niêm phong trong máy và tự gửi đi sau.</translation>
    </message>
    <message>
        <source>Pictures of the card (where the carrier asks)</source>
        <translation>Chụp ảnh thẻ (khi nhà mạng yêu cầu)</translation>
    </message>
    <message>
        <source>They come after the phone number and before the number on the card.</source>
        <translation>Sau bước nhập số điện thoại, trước bước nhập số trên thẻ.</translation>
    </message>
    <message>
        <source>Digital signature, and signing by hand (where the carrier asks)</source>
        <translation>Chữ ký số và ký tay (khi nhà mạng yêu cầu)</translation>
    </message>
    <message>
        <source>They come before the last look.</source>
        <translation>Trước bước xem lại lần cuối.</translation>
    </message>
    <message>
        <source>For staff</source>
        <translation>Dành cho nhân viên</translation>
    </message>
    <message>
        <source>Behind the greeting, for those who have a staff number and a PIN. Nothing there names a person who was served.</source>
        <translation>Nằm sau trang chào, cho người có số nhân viên và mã PIN. Ở đó không ghi tên khách nào.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Your supervisor gives you number and PIN.</source>
        <translation>Quản lý cấp cho quý vị số nhân viên và mã PIN.</translation>
    </message>
    <message>
        <source>What there is to see</source>
        <translation>Những gì được xem</translation>
    </message>
    <message>
        <source>Each role sees only its own lists.</source>
        <translation>Mỗi vai trò chỉ thấy các danh sách của mình.</translation>
    </message>
    <message>
        <source>Serving people</source>
        <translation>Phục vụ khách</translation>
    </message>
    <message>
        <source>Clerks and supervisors serve from the sign-in on, until they sign out or nobody touches anything for 15 minutes.</source>
        <translation>Giao dịch viên và quản lý phục vụ từ lúc đăng nhập đến khi đăng xuất, hoặc đến khi 15 phút không ai chạm vào máy.</translation>
    </message>
    <message>
        <source>The code stands in small letters on the page; here are all codes from A to Z. While there is a button “%1” the person may try again; without it a member of staff takes over. Some codes are met by technicians only.</source>
        <translation>Mã lỗi ghi bằng chữ nhỏ trên trang; dưới đây là mọi mã từ A đến Z. Còn nút “%1” thì khách được thử lại; không còn nút đó thì nhân viên tiếp nhận. Có những mã chỉ kỹ thuật viên mới gặp.</translation>
    </message>
    <message>
        <source>For shops, for village halls and for those who train their staff</source>
        <translation>Cho cửa hàng, nhà văn hóa thôn và người hướng dẫn nhân viên</translation>
    </message>
    <message>
        <source>The people and numbers in the pictures are invented.</source>
        <translation>Người và số điện thoại trong hình đều là hư cấu.</translation>
    </message>
    <message>
        <source>Program version %1.</source>
        <translation>Phiên bản chương trình %1.</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Mục lục</translation>
    </message>
    <message>
        <source>The page: %1</source>
        <translation>Hình trang: %1</translation>
    </message>
    <message>
        <source>The page says</source>
        <translation>Lời của trang</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Các nút</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Ai được xem</translation>
    </message>
    <message>
        <source>What staff do</source>
        <translation>Việc của nhân viên</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Hình</translation>
    </message>
    <message>
        <source>All codes from A to Z</source>
        <translation>Mọi mã lỗi từ A đến Z</translation>
    </message>
    <message>
        <source>To print (PDF)</source>
        <translation>Bản in (PDF)</translation>
    </message>
    <message>
        <source>Ask whether the person has the citizen card and the phone with them. Language, text size and sound are at the top right of every page.</source>
        <translation>Hỏi khách có mang theo thẻ căn cước và điện thoại không. Ngôn ngữ, cỡ chữ và âm thanh nằm ở góc trên bên phải của mọi trang.</translation>
    </message>
    <message>
        <source>The person reads or listens, and ticks the box with their own hand. Staff explain and never tick for them. Who does not agree touches {end}.</source>
        <translation>Khách tự đọc hoặc nghe rồi tự tay đánh dấu. Nhân viên giải thích, không bao giờ đánh dấu thay. Ai không đồng ý thì chạm {end}.</translation>
    </message>
    <message>
        <source>Several numbers can be confirmed in one session. Other numbers that the carrier knows under this name come later by themselves.</source>
        <translation>Có thể xác thực nhiều số trong một phiên. Các số khác mà nhà mạng ghi nhận dưới tên khách sẽ tự hiện ra sau.</translation>
    </message>
    <message>
        <source>The last 6 of the 12 digits on the front of the card. Scanning the code on the card is quicker and spares typing.</source>
        <translation>Là 6 số cuối trong 12 chữ số ở mặt trước thẻ. Quét mã trên thẻ thì nhanh hơn và không phải nhập.</translation>
    </message>
    <message>
        <source>Take the card out of its case. It stays on the reader until the page says that it may be taken.</source>
        <translation>Lấy thẻ ra khỏi bao. Để thẻ trên đầu đọc cho đến khi trang báo lấy thẻ được.</translation>
    </message>
    <message>
        <source>Wait. Nobody touches the card, the reader or the table.</source>
        <translation>Chờ. Không ai chạm vào thẻ, đầu đọc hay mặt bàn.</translation>
    </message>
    <message>
        <source>The person looks whether name and date of birth are theirs. Staff look whether the photograph is of this person. If not: {end}.</source>
        <translation>Khách xem họ tên và ngày sinh có đúng của mình không. Nhân viên xem ảnh có đúng là người này không. Nếu không đúng: {end}.</translation>
    </message>
    <message>
        <source>Light from the front, nobody else in the picture. The person does one thing after the other, slowly: what is asked stands below the picture. Staff stay aside.</source>
        <translation>Ánh sáng từ phía trước, không có ai khác trong hình. Khách làm từng động tác một, thong thả: dòng chữ dưới hình cho biết cần làm gì. Nhân viên đứng sang bên.</translation>
    </message>
    <message>
        <source>Nothing to do: the person touches {primary}.</source>
        <translation>Không phải làm gì: khách chạm {primary}.</translation>
    </message>
    <message>
        <source>The person answers for each number; staff do not answer for them. A number without an answer stays out of the confirmation.</source>
        <translation>Khách trả lời cho từng số; nhân viên không trả lời thay. Số chưa có câu trả lời thì không đưa vào bản xác nhận.</translation>
    </message>
    <message>
        <source>The digits on the phone (where the carrier asks)</source>
        <translation>Mã trong điện thoại (khi nhà mạng yêu cầu)</translation>
    </message>
    <message>
        <source>The person reads the newest message on their own phone. {secondary} orders another one. After three wrong tries a member of staff takes over.</source>
        <translation>Khách đọc tin nhắn mới nhất trên điện thoại của mình. Chạm {secondary} để nhận tin khác. Sau ba lần sai, nhân viên tiếp nhận.</translation>
    </message>
    <message>
        <source>A mistake? {back} leads to the numbers.</source>
        <translation>Có chỗ sai? {back} sẽ trở về danh sách số.</translation>
    </message>
    <message>
        <source>Give the card back. Wait for the next page.</source>
        <translation>Trả thẻ cho khách. Chờ trang tiếp theo.</translation>
    </message>
    <message>
        <source>Print the receipt, or let the person scan it with their phone. {primary} erases everything for the next person.</source>
        <translation>In biên nhận, hoặc để khách quét bằng điện thoại. {primary} xóa mọi thông tin trước khi đón khách sau.</translation>
    </message>
    <message>
        <source>For people who see or hear badly. It goes back to normal for the next person.</source>
        <translation>Dành cho người mắt kém hoặc nghe kém. Khách sau sẽ thấy lại như bình thường.</translation>
    </message>
    <message>
        <source>It comes when nobody has touched the screen for some minutes. While a clerk serves at the counter it does not come.</source>
        <translation>Hiện ra khi vài phút không ai chạm vào màn hình. Khi giao dịch viên đang phục vụ tại quầy thì không hiện.</translation>
    </message>
    <message>
        <source>Lay the same card back and leave it there. Nothing has to be entered again.</source>
        <translation>Đặt lại đúng thẻ đó và để yên. Không phải nhập lại gì.</translation>
    </message>
    <message>
        <source>The issuer is not confirmed yet</source>
        <translation>Chưa xác nhận được cơ quan cấp</translation>
    </message>
    <message>
        <source>The card may be used. Go on as usual: the carrier checks the issuer and decides.</source>
        <translation>Thẻ vẫn dùng được. Cứ tiếp tục như thường: nhà mạng sẽ kiểm tra cơ quan cấp rồi quyết định.</translation>
    </message>
    <message>
        <source>The parent reads and ticks. Make sure that it is a parent or guardian of this child and an adult.</source>
        <translation>Cha hoặc mẹ đọc và đánh dấu. Kiểm tra đó đúng là cha, mẹ hoặc người giám hộ đã thành niên của trẻ.</translation>
    </message>
    <message>
        <source>Now the digits of the parent&apos;s card, not the child&apos;s.</source>
        <translation>Bây giờ nhập số trên thẻ của cha hoặc mẹ, không phải thẻ của trẻ.</translation>
    </message>
    <message>
        <source>The child&apos;s card off, the parent&apos;s card on. The two must be different cards.</source>
        <translation>Lấy thẻ của trẻ ra, đặt thẻ của cha hoặc mẹ vào. Phải là hai thẻ khác nhau.</translation>
    </message>
    <message>
        <source>Only the parent stands before the camera; the child steps aside.</source>
        <translation>Chỉ cha hoặc mẹ đứng trước máy ảnh; trẻ đứng sang bên.</translation>
    </message>
    <message>
        <source>An organisation&apos;s number in the list</source>
        <translation>Số của tổ chức trong danh sách</translation>
    </message>
    <message>
        <source>Who was given the SIM answers that it is theirs. It stays the organisation&apos;s number and does not count as one of the person&apos;s own.</source>
        <translation>Người được giao SIM trả lời là của mình. Số vẫn thuộc tổ chức và không tính vào các số của riêng khách.</translation>
    </message>
    <message>
        <source>Nothing was sent. {primary} leads back: with one number left out the others pass. Or name the nearest shop of the carrier.</source>
        <translation>Chưa có gì được gửi đi. {primary} để quay lại: bỏ bớt một số thì các số còn lại vẫn được xác nhận. Hoặc chỉ cho khách cửa hàng gần nhất của nhà mạng.</translation>
    </message>
    <message>
        <source>The person says so</source>
        <translation>Khách cho biết</translation>
    </message>
    <message>
        <source>Look at the card: is it a citizen card with a chip? If not, touch {secondary}.</source>
        <translation>Xem thẻ: có phải thẻ căn cước gắn chip không? Nếu không, chạm {secondary}.</translation>
    </message>
    <message>
        <source>The counter takes over</source>
        <translation>Quầy tiếp nhận</translation>
    </message>
    <message>
        <source>The same page comes when the chip was silent in every try. Confirm the number at the counter, the way the carrier prescribes.</source>
        <translation>Trang này cũng hiện khi lần thử nào chip cũng không trả lời. Xác thực số tại quầy theo cách nhà mạng quy định.</translation>
    </message>
    <message>
        <source>The carrier cannot be asked</source>
        <translation>Không hỏi được nhà mạng</translation>
    </message>
    <message>
        <source>Go on as usual. Only the numbers that were typed are in the list.</source>
        <translation>Cứ tiếp tục như thường. Danh sách chỉ có các số đã nhập.</translation>
    </message>
    <message>
        <source>The receipt without a network</source>
        <translation>Biên nhận khi không có mạng</translation>
    </message>
    <message>
        <source>The person may go home. Connect the kiosk to the network as soon as you can; what waits is in the list of the queue.</source>
        <translation>Khách có thể ra về. Nối mạng cho máy sớm nhất có thể; những gì đang chờ nằm trong danh sách hàng chờ.</translation>
    </message>
    <message>
        <source>The carrier still checks</source>
        <translation>Nhà mạng còn đang kiểm tra</translation>
    </message>
    <message>
        <source>It has arrived, and the carrier answers the person by message. Do not begin again.</source>
        <translation>Bản xác nhận đã tới nơi, nhà mạng sẽ nhắn tin cho khách. Không làm lại từ đầu.</translation>
    </message>
    <message>
        <source>No lamp may shine back from the card. Hold it flat, and close enough to fill the picture.</source>
        <translation>Không để đèn phản chiếu trên thẻ. Giữ thẻ phẳng và đủ gần để thẻ đầy khung hình.</translation>
    </message>
    <message>
        <source>Turn the card over and hold it as before.</source>
        <translation>Lật mặt thẻ và giữ như lúc trước.</translation>
    </message>
    <message>
        <source>The person decides alone. Their number is confirmed with or without it.</source>
        <translation>Khách tự quyết định. Có hay không có chữ ký số, số điện thoại vẫn được xác thực.</translation>
    </message>
    <message>
        <source>Who cannot draw with a finger touches {secondary}. {clear} gives an empty field.</source>
        <translation>Ai không ký được bằng ngón tay thì chạm {secondary}. {clear} cho một ô trống.</translation>
    </message>
    <message>
        <source>The door for staff</source>
        <translation>Lối vào cho nhân viên</translation>
    </message>
    <message>
        <source>Touch {staff}. It is there once the first supervisor was added to this kiosk.</source>
        <translation>Chạm {staff}. Nút này có sau khi người quản lý đầu tiên được thêm vào máy.</translation>
    </message>
    <message>
        <source>Sign in: the staff number</source>
        <translation>Đăng nhập: số nhân viên</translation>
    </message>
    <message>
        <source>Type your number; letters come from a keyboard.</source>
        <translation>Nhập số của mình; chữ cái thì gõ từ bàn phím.</translation>
    </message>
    <message>
        <source>Sign in: the PIN</source>
        <translation>Đăng nhập: mã PIN</translation>
    </message>
    <message>
        <source>Six digits or more. Let nobody look on. Without a touch for two minutes you are signed out.</source>
        <translation>Từ sáu chữ số trở lên. Không để ai nhìn. Hai phút không chạm thì máy tự đăng xuất.</translation>
    </message>
    <message>
        <source>A wrong PIN</source>
        <translation>Mã PIN sai</translation>
    </message>
    <message>
        <source>Try again slowly. After five wrong tries you have to wait; after ten only a supervisor helps, with a new PIN.</source>
        <translation>Thử lại thong thả. Sau năm lần sai phải chờ; sau mười lần chỉ quản lý mới giúp được, bằng mã PIN mới.</translation>
    </message>
    <message>
        <source>What was done here today. Refused ones need the carrier; waiting ones a network.</source>
        <translation>Việc đã làm hôm nay tại đây. Bản bị từ chối cần hỏi nhà mạng; bản đang chờ cần có mạng.</translation>
    </message>
    <message>
        <source>What the carrier does not have yet, and why. It is sent by itself; nobody has to begin again.</source>
        <translation>Những gì nhà mạng chưa nhận được, và lý do. Máy tự gửi; không ai phải làm lại.</translation>
    </message>
    <message>
        <source>Look here each morning. What is not ready says what to do; the rest is for the technician.</source>
        <translation>Xem trang này mỗi sáng. Mục chưa sẵn sàng có ghi cần làm gì; còn lại là việc của kỹ thuật viên.</translation>
    </message>
    <message>
        <source>{change} moves to the next value; it holds from the next person on. Lines without a button are decided elsewhere.</source>
        <translation>{change} chuyển sang giá trị kế tiếp, áp dụng từ khách sau. Dòng không có nút do nơi khác quyết định.</translation>
    </message>
    <message>
        <source>While you serve</source>
        <translation>Khi đang phục vụ</translation>
    </message>
    <message>
        <source>Your number stands at the bottom and goes into every confirmation. Leave the counter? Sign out there.</source>
        <translation>Số của quý vị hiện ở cuối trang và được ghi vào mọi bản xác nhận. Rời quầy thì đăng xuất tại đó.</translation>
    </message>
    <message>
        <source>Phone numbers while you serve</source>
        <translation>Số điện thoại khi đang phục vụ</translation>
    </message>
    <message>
        <source>The middle digits are covered. A touch on a number shows it whole; ask the person first.</source>
        <translation>Các chữ số giữa được che. Chạm vào số thì hiện đủ; hãy hỏi khách trước.</translation>
    </message>
    <message>
        <source>What such a page looks like</source>
        <translation>Trang báo trục trặc</translation>
    </message>
    <message>
        <source>Read the page aloud to the person and do what it says. The code is for you: look it up in the list.</source>
        <translation>Đọc trang cho khách nghe và làm theo. Mã lỗi dành cho nhân viên: tra trong danh sách.</translation>
    </message>
    <message>
        <source>helper</source>
        <translation>người hỗ trợ</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>giao dịch viên</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>quản lý</translation>
    </message>
    <message>
        <source>technician</source>
        <translation>kỹ thuật viên</translation>
    </message>
</context>
<context>
    <name>MatchPage</name>
    <message>
        <source>It is you</source>
        <translation>Đúng là quý khách</translation>
    </message>
    <message>
        <source>Your face is the face on the card.</source>
        <translation>Khuôn mặt khớp với ảnh trong thẻ căn cước.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Xin chờ một chút</translation>
    </message>
    <message>
        <source>Your face is being compared with the card.</source>
        <translation>Máy đang so khuôn mặt với ảnh trong thẻ căn cước.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>Ảnh của quý khách</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>Turning and blinking cannot be followed; a member of staff has to watch the session.</source>
        <translation>Không theo dõi được việc quay đầu và chớp mắt; nhân viên phải quan sát phiên làm việc.</translation>
    </message>
    <message>
        <source>Only the first embedding decides: more rightful holders are sent to the counter at the same security.</source>
        <translation>Chỉ mô hình thứ nhất quyết định: với cùng mức an toàn, nhiều chính chủ hơn phải ra quầy.</translation>
    </message>
    <message>
        <source>The slower detector is used; strongly turned faces are lost.</source>
        <translation>Dùng bộ dò chậm hơn; không thấy khuôn mặt quay nhiều.</translation>
    </message>
    <message>
        <source>Prints and screens are recognised by the challenge and by geometry alone.</source>
        <translation>Ảnh in và màn hình chỉ được nhận ra qua các động tác và hình học.</translation>
    </message>
    <message>
        <source>The same at a wider view of the face.</source>
        <translation>Như trên, với góc nhìn rộng hơn quanh khuôn mặt.</translation>
    </message>
</context>
<context>
    <name>NumberEntryPage</name>
    <message>
        <source>Which number is yours?</source>
        <translation>Số điện thoại của quý khách</translation>
    </message>
    <message>
        <source>Type the phone number that you want to confirm.</source>
        <translation>Nhập số điện thoại cần xác thực chính chủ.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
</context>
<context>
    <name>NumberList</name>
    <message>
        <source>One more number</source>
        <translation>Thêm một số nữa</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>Bỏ số %1 khỏi danh sách</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Delete the last digit</source>
        <translation>Xóa chữ số cuối</translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>Mine</source>
        <translation>Của tôi</translation>
    </message>
    <message>
        <source>Not mine</source>
        <translation>Không phải</translation>
    </message>
    <message>
        <source>Show the whole number %1</source>
        <translation>Hiện đủ số %1</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Bỏ số này</translation>
    </message>
</context>
<context>
    <name>PlaceCardPage</name>
    <message>
        <source>Lay your card on the reader</source>
        <translation>Đặt thẻ lên đầu đọc</translation>
    </message>
    <message>
        <source>Flat, in the middle. Leave it there until we say so.</source>
        <translation>Đặt nằm phẳng, ở giữa. Để yên cho đến khi có thông báo.</translation>
    </message>
    <message>
        <source>Lay the parent&apos;s card on the reader</source>
        <translation>Đặt thẻ của cha mẹ lên đầu đọc</translation>
    </message>
    <message>
        <source>Take the child&apos;s card away first. Lay yours flat, in the middle.</source>
        <translation>Lấy thẻ của trẻ ra trước. Đặt thẻ của mình nằm phẳng, ở giữa.</translation>
    </message>
    <message>
        <source>Card without chip</source>
        <translation>Thẻ không có chip</translation>
    </message>
</context>
<context>
    <name>PossessionPage</name>
    <message>
        <source>The digits on your phone</source>
        <translation>Mã trong điện thoại</translation>
    </message>
    <message>
        <source>Your carrier sends a message to this number. Type its 6 digits.</source>
        <translation>Nhà mạng gửi tin nhắn đến số này. Hãy nhập 6 chữ số trong tin.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Gửi lại</translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Cần làm gì</translation>
    </message>
    <message>
        <source>Who can help</source>
        <translation>Ai có thể giúp</translation>
    </message>
    <message>
        <source>Change my answers</source>
        <translation>Đổi câu trả lời</translation>
    </message>
</context>
<context>
    <name>ProgressRing</name>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
</context>
<context>
    <name>ReadChipPage</name>
    <message>
        <source>Put the card back</source>
        <translation>Xin đặt thẻ lại</translation>
    </message>
    <message>
        <source>Keep the card still</source>
        <translation>Xin để yên thẻ</translation>
    </message>
    <message>
        <source>It goes on where it stopped.</source>
        <translation>Máy sẽ đọc tiếp từ chỗ đang dở.</translation>
    </message>
    <message>
        <source>The chip is being read. There is no hurry.</source>
        <translation>Máy đang đọc chip. Không phải vội.</translation>
    </message>
</context>
<context>
    <name>ReaderDrawing</name>
    <message>
        <source>Lay the card flat on the reader</source>
        <translation>Đặt thẻ nằm phẳng trên đầu đọc</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>Finish</source>
        <translation>Hoàn tất</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In biên nhận</translation>
    </message>
    <message>
        <source>The receipt as a code for your phone</source>
        <translation>Biên nhận dạng mã QR cho điện thoại</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>Quét bằng điện thoại</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>sessions begun</source>
        <translation>phiên đã bắt đầu</translation>
    </message>
    <message>
        <source>bindings sealed</source>
        <translation>hồ sơ đã niêm phong</translation>
    </message>
    <message>
        <source>of them authenticated by the carrier</source>
        <translation>trong đó nhà mạng đã xác thực</translation>
    </message>
    <message>
        <source>of them received, not yet authenticated</source>
        <translation>trong đó đã nhận, chưa xác thực</translation>
    </message>
    <message>
        <source>of them waiting here</source>
        <translation>trong đó còn chờ gửi tại đây</translation>
    </message>
    <message>
        <source>of them refused by the carrier</source>
        <translation>trong đó nhà mạng từ chối</translation>
    </message>
    <message>
        <source>handed over to the staff</source>
        <translation>chuyển cho nhân viên</translation>
    </message>
    <message>
        <source>of them cards without a chip</source>
        <translation>trong đó thẻ không có chip</translation>
    </message>
    <message>
        <source>children with a parent</source>
        <translation>trẻ em có cha mẹ đi cùng</translation>
    </message>
    <message>
        <source>digital signatures wanted</source>
        <translation>người muốn có chữ ký số</translation>
    </message>
    <message>
        <source>digital signatures declined</source>
        <translation>người không nhận chữ ký số</translation>
    </message>
    <message>
        <source>numbers to authenticate</source>
        <translation>tổng số thuê bao phải xác thực</translation>
    </message>
    <message>
        <source>authenticated</source>
        <translation>đã xác thực</translation>
    </message>
    <message>
        <source>not yet authenticated</source>
        <translation>chưa xác thực</translation>
    </message>
    <message>
        <source>locked one way</source>
        <translation>bị khóa một chiều</translation>
    </message>
    <message>
        <source>locked both ways</source>
        <translation>bị khóa hai chiều</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Nhà mạng</translation>
    </message>
    <message>
        <source>Point of service</source>
        <translation>Điểm phục vụ</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>Campaign report: authentication of mobile numbers</source>
        <translation>Báo cáo đợt cao điểm: xác thực thông tin thuê bao di động</translation>
    </message>
    <message>
        <source>Weekly report: authentication of mobile numbers</source>
        <translation>Báo cáo tuần: xác thực thông tin thuê bao di động</translation>
    </message>
    <message>
        <source>from %1 to the end of %2</source>
        <translation>từ ngày %1 đến hết ngày %2</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>từ %1 đến %2</translation>
    </message>
    <message>
        <source>The carrier&apos;s counts are missing: it was not asked.</source>
        <translation>Chưa có số liệu của nhà mạng: nhà mạng chưa được hỏi.</translation>
    </message>
    <message>
        <source>The carrier&apos;s counts are missing: %1</source>
        <translation>Chưa có số liệu của nhà mạng: %1</translation>
    </message>
    <message>
        <source>All numbers of the carrier, wherever they were authenticated, as of %1.</source>
        <translation>Toàn bộ thuê bao của nhà mạng, xác thực ở bất cứ đâu, tính đến %1.</translation>
    </message>
    <message>
        <source>%1 of %2 authenticated: %3 %</source>
        <translation>Đã xác thực %1 trên %2: %3 %</translation>
    </message>
    <message>
        <source>What was done here</source>
        <translation>Kết quả tại điểm phục vụ này</translation>
    </message>
    <message>
        <source>The carrier&apos;s numbers</source>
        <translation>Thuê bao của nhà mạng</translation>
    </message>
    <message>
        <source>Why people were handed over to the staff</source>
        <translation>Lý do chuyển cho nhân viên</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>Theo từng ngày</translation>
    </message>
    <message>
        <source>Handling plan</source>
        <translation>Phương án xử lý</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Lập lúc</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Người lập</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng cộng</translation>
    </message>
    <message>
        <source>authenticated until then</source>
        <translation>lũy kế đã xác thực</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>Until (not included)</source>
        <translation>Đến trước</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Tính đến</translation>
    </message>
    <message>
        <source>Progress of the campaign</source>
        <translation>Tiến độ của đợt cao điểm</translation>
    </message>
    <message>
        <source>to be authenticated in the campaign</source>
        <translation>chỉ tiêu xác thực của đợt</translation>
    </message>
    <message>
        <source>share that is authenticated</source>
        <translation>tỷ lệ đã xác thực</translation>
    </message>
    <message>
        <source>Counted by this device; what the carrier decides later counts on the day the binding was made.</source>
        <translation>Do thiết bị này đếm; kết quả nhà mạng quyết định sau vẫn tính vào ngày lập hồ sơ.</translation>
    </message>
    <message>
        <source>The numbers above the columns are those of the table of what was done here.</source>
        <translation>Số ở đầu mỗi cột là số thứ tự trong bảng kết quả tại điểm phục vụ.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Made by (signature, full name)</source>
        <translation>Người lập (ký, ghi rõ họ tên)</translation>
    </message>
    <message>
        <source>Head of the unit (signature, seal)</source>
        <translation>Thủ trưởng đơn vị (ký tên, đóng dấu)</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Trang %1/%2</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Is everything right?</source>
        <translation>Mọi thứ đã đúng chưa?</translation>
    </message>
    <message>
        <source>Look once more, then send it to the carrier.</source>
        <translation>Xem lại một lần nữa rồi gửi cho nhà mạng.</translation>
    </message>
    <message>
        <source>Confirm and send</source>
        <translation>Xác nhận và gửi</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Số căn cước</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Của tôi</translation>
    </message>
    <message>
        <source>Not mine</source>
        <translation>Không phải</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Chưa trả lời</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Đã bỏ</translation>
    </message>
</context>
<context>
    <name>SignatureConsent</name>
    <message>
        <source>Your carrier gives your name, birth date and card number to the issuer of the signature.</source>
        <translation>Nhà mạng chuyển họ tên, ngày sinh và số thẻ của quý khách cho đơn vị cấp chữ ký số.</translation>
    </message>
    <message>
        <source>Only to make a digital signature in your name.</source>
        <translation>Chỉ để tạo chữ ký số đứng tên quý khách.</translation>
    </message>
    <message>
        <source>Your phone number is confirmed without it too.</source>
        <translation>Không có chữ ký số, số điện thoại vẫn được xác nhận.</translation>
    </message>
    <message>
        <source>I ask for a digital signature and I agree.</source>
        <translation>Tôi xin cấp chữ ký số và tôi đồng ý.</translation>
    </message>
</context>
<context>
    <name>SignatureOfferPage</name>
    <message>
        <source>A digital signature?</source>
        <translation>Có cần chữ ký số?</translation>
    </message>
    <message>
        <source>With it you sign papers on your phone. You need not take it.</source>
        <translation>Chữ ký số dùng để ký giấy tờ trên điện thoại. Quý khách không bắt buộc nhận.</translation>
    </message>
    <message>
        <source>Yes, ask for it</source>
        <translation>Có, xin cấp</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>Không, cảm ơn</translation>
    </message>
</context>
<context>
    <name>SigningPage</name>
    <message>
        <source>Please sign</source>
        <translation>Mời ký tên</translation>
    </message>
    <message>
        <source>Sign with your finger in the white field, as on paper.</source>
        <translation>Ký bằng ngón tay vào ô trắng, như trên giấy.</translation>
    </message>
    <message>
        <source>The signature is there.</source>
        <translation>Đã có chữ ký.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Confirm by name</source>
        <translation>Dùng tên thay chữ ký</translation>
    </message>
    <message>
        <source>Field for the signature</source>
        <translation>Ô để ký tên</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>Ký lại</translation>
    </message>
</context>
<context>
    <name>StaffLines</name>
    <message>
        <source>One moment.</source>
        <translation>Xin chờ một lát.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Đổi</translation>
    </message>
    <message>
        <source>Change: %1, now %2</source>
        <translation>Đổi: %1, hiện là %2</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Staff only</source>
        <translation>Dành cho nhân viên</translation>
    </message>
    <message>
        <source>Your PIN, please.</source>
        <translation>Xin nhập mã PIN.</translation>
    </message>
    <message>
        <source>Your staff number, please.</source>
        <translation>Xin nhập số nhân viên.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Serve people</source>
        <translation>Phục vụ khách</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Number</source>
        <translation>Số máy</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Khuôn mặt</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Xác nhận</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Bước %1 trên %2: %3</translation>
    </message>
</context>
<context>
    <name>VerdictPage</name>
    <message>
        <source>No, end</source>
        <translation>Không, kết thúc</translation>
    </message>
    <message>
        <source>Is this you?</source>
        <translation>Đây có phải là quý khách không?</translation>
    </message>
    <message>
        <source>Yes, this is me</source>
        <translation>Đúng, là tôi</translation>
    </message>
    <message>
        <source>The photograph on the chip</source>
        <translation>Ảnh trong chip</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Số căn cước</translation>
    </message>
    <message>
        <source>Residence</source>
        <translation>Nơi cư trú</translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::CardEntry</name>
    <message>
        <source>The code on the card was read.</source>
        <translation>Đã đọc được mã trên thẻ.</translation>
    </message>
    <message>
        <source>That code is not from a citizen card.</source>
        <translation>Mã này không phải của thẻ căn cước.</translation>
    </message>
    <message>
        <source>6 or 12 digits.</source>
        <translation>6 hoặc 12 chữ số.</translation>
    </message>
    <message>
        <source>The last 6 digits are complete.</source>
        <translation>Đã đủ 6 số cuối.</translation>
    </message>
    <message numerus="yes">
        <source>%n more digit(s).</source>
        <translation>
            <numerusform>Còn %n chữ số nữa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please compare with the card: is every digit right?</source>
        <translation>Xin so lại với thẻ: các chữ số đã đúng chưa?</translation>
    </message>
    <message>
        <source>Complete: %1, born in %2.</source>
        <translation>Đã đủ: %1, sinh năm %2.</translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::ConsentText</name>
    <message>
        <source>What is used</source>
        <translation>Dữ liệu được dùng</translation>
    </message>
    <message>
        <source>The card&apos;s chip and photograph, your face, your numbers.</source>
        <translation>Thông tin, ảnh trong chip; ảnh khuôn mặt; số điện thoại.</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Để làm gì</translation>
    </message>
    <message>
        <source>Only to confirm that your numbers are yours, as the law asks.</source>
        <translation>Chỉ để xác thực số điện thoại chính chủ theo pháp luật.</translation>
    </message>
    <message>
        <source>Who receives it</source>
        <translation>Ai nhận</translation>
    </message>
    <message>
        <source>Your phone carrier. Nothing stays readable on this kiosk.</source>
        <translation>Nhà mạng của quý khách. Máy không giữ thông tin đọc được.</translation>
    </message>
    <message>
        <source>Your rights</source>
        <translation>Quyền của quý khách</translation>
    </message>
    <message>
        <source>Stop at any time; see, correct or delete it at the carrier.</source>
        <translation>Được dừng bất cứ lúc nào; xem, sửa, xóa tại nhà mạng.</translation>
    </message>
    <message>
        <source>I have read this and I agree.</source>
        <translation>Tôi đã đọc và tôi đồng ý.</translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::DemonstrationWalk</name>
    <message>
        <source>Exit status %1</source>
        <translation>Mã kết thúc %1</translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::HeldNumbers</name>
    <message>
        <source>Locked one way: you cannot call out</source>
        <translation>Đang bị khóa một chiều: không gọi đi được</translation>
    </message>
    <message>
        <source>Locked both ways: no calls in or out</source>
        <translation>Đang bị khóa hai chiều: không gọi đi, không nhận được</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Đang hoạt động</translation>
    </message>
    <message>
        <source>The carrier cannot be asked right now. Only the numbers you gave are shown.</source>
        <translation>Hiện chưa hỏi được nhà mạng. Chỉ hiện các số quý khách đã nhập.</translation>
    </message>
    <message>
        <source>Locked one way; both ways from %1</source>
        <translation>Khóa một chiều; từ %1 khóa hai chiều</translation>
    </message>
    <message>
        <source>Locked both ways; ends on %1</source>
        <translation>Khóa hai chiều; ngày %1 thu hồi số</translation>
    </message>
    <message>
        <source>Working; locked one way from %1</source>
        <translation>Đang hoạt động; từ %1 khóa một chiều</translation>
    </message>
    <message>
        <source>The phone was changed. %1</source>
        <translation>Đã đổi điện thoại. %1</translation>
    </message>
    <message>
        <source>An organisation&apos;s SIM; yours if it was given to you. %1</source>
        <translation>SIM của tổ chức; là của quý khách nếu được giao dùng. %1</translation>
    </message>
    <message>
        <source>New: not under your name yet</source>
        <translation>Số mới: chưa đứng tên quý khách</translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::IdleView</name>
    <message numerus="yes">
        <source>Otherwise everything is erased in %n second(s).</source>
        <translation>
            <numerusform>Nếu không, mọi thông tin sẽ được xóa sau %n giây.</numerusform>
        </translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>Quý khách còn ở đây không?</translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::PasswordEntry</name>
    <message>
        <source>A message with 6 digits is on its way to your phone.</source>
        <translation>Tin nhắn có 6 chữ số đang được gửi tới điện thoại của quý khách.</translation>
    </message>
    <message>
        <source>The digits are being checked.</source>
        <translation>Đang kiểm tra các chữ số.</translation>
    </message>
    <message numerus="yes">
        <source>These digits are not right. %n more try/tries.</source>
        <translation>
            <numerusform>Các chữ số chưa đúng. Còn %n lần thử.</numerusform>
        </translation>
    </message>
    <message>
        <source>All 6 digits are there.</source>
        <translation>Đã đủ 6 chữ số.</translation>
    </message>
    <message numerus="yes">
        <source>%n more digit(s).</source>
        <translation>
            <numerusform>Còn %n chữ số nữa.</numerusform>
        </translation>
    </message>
    <message>
        <source>The digits were too old. A new message was sent.</source>
        <translation>Mã đã quá hạn. Một tin nhắn mới đã được gửi.</translation>
    </message>
    <message>
        <source>No new message can be sent now. Use the last one.</source>
        <translation>Lúc này không gửi được tin mới. Hãy dùng tin gần nhất.</translation>
    </message>
    <message>
        <source>6 digits.</source>
        <translation>6 chữ số.</translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::PersonView</name>
    <message>
        <source>This card is genuine.</source>
        <translation>Thẻ này là thẻ thật.</translation>
    </message>
    <message>
        <source>The card is intact. Its issuer is not known.</source>
        <translation>Thẻ nguyên vẹn. Chưa rõ cơ quan cấp.</translation>
    </message>
    <message>
        <source>The carrier confirms this card.</source>
        <translation>Nhà mạng xác nhận thẻ này.</translation>
    </message>
    <message>
        <source>This card needs a closer look.</source>
        <translation>Thẻ này cần xem xét kỹ hơn.</translation>
    </message>
    <message>
        <source>Issued by the police</source>
        <translation>Do công an cấp</translation>
    </message>
    <message>
        <source>Nothing on the chip was changed</source>
        <translation>Dữ liệu trên chip không bị sửa</translation>
    </message>
    <message>
        <source>Issuer not confirmed yet</source>
        <translation>Chưa rõ cơ quan cấp</translation>
    </message>
    <message>
        <source>The signature on the chip is not right</source>
        <translation>Chữ ký trên chip không đúng</translation>
    </message>
    <message>
        <source>The chip may be a copy</source>
        <translation>Chip có thể là bản sao</translation>
    </message>
    <message>
        <source>The chip is no copy</source>
        <translation>Chip không phải bản sao</translation>
    </message>
    <message>
        <source>The chip cannot prove that it is no copy</source>
        <translation>Chip không tự chứng minh được không phải bản sao</translation>
    </message>
    <message>
        <source>Issuer confirmed by the carrier</source>
        <translation>Nhà mạng đã xác nhận nơi cấp thẻ</translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::PhoneEntry</name>
    <message>
        <source>A mobile number begins with 03, 05, 07, 08 or 09.</source>
        <translation>Số di động bắt đầu bằng 03, 05, 07, 08 hoặc 09.</translation>
    </message>
    <message>
        <source>This number is already on the list.</source>
        <translation>Số này đã có trong danh sách.</translation>
    </message>
    <message>
        <source>The number is complete.</source>
        <translation>Đã đủ số.</translation>
    </message>
    <message>
        <source>10 digits, beginning with 0.</source>
        <translation>10 chữ số, bắt đầu bằng số 0.</translation>
    </message>
    <message>
        <source>Type one more number, or go on.</source>
        <translation>Nhập thêm số khác, hoặc tiếp tục.</translation>
    </message>
    <message numerus="yes">
        <source>%n more digit(s).</source>
        <translation>
            <numerusform>Còn %n chữ số nữa.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is the code on the card; it is for the next page.</source>
        <translation>Đây là mã trên thẻ, để dùng ở trang sau.</translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::ProblemView</name>
    <message>
        <source>Leave one number out, or go to a shop that the carrier runs itself.</source>
        <translation>Quý khách có thể bỏ bớt một số, hoặc đến điểm giao dịch do chính nhà mạng mở.</translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::ProgressView</name>
    <message>
        <source>Looking for the chip</source>
        <translation>Đang tìm chip</translation>
    </message>
    <message>
        <source>Opening a protected connection</source>
        <translation>Đang mở kết nối an toàn</translation>
    </message>
    <message>
        <source>Reading the photograph</source>
        <translation>Đang đọc ảnh trong chip</translation>
    </message>
    <message>
        <source>Reading the chip</source>
        <translation>Đang đọc chip</translation>
    </message>
    <message>
        <source>Checking that the card is genuine</source>
        <translation>Đang kiểm tra thẻ thật hay giả</translation>
    </message>
    <message>
        <source>The card moved. Put it back.</source>
        <translation>Thẻ bị xê dịch. Xin đặt lại.</translation>
    </message>
    <message>
        <source>Everything was read</source>
        <translation>Đã đọc xong</translation>
    </message>
    <message>
        <source>%1 of %2 kB</source>
        <translation>%1 trên %2 kB</translation>
    </message>
    <message>
        <source>%1 kB read</source>
        <translation>Đã đọc %1 kB</translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::ReceiptView</name>
    <message>
        <source>Kept safely. It will be sent.</source>
        <translation>Đã giữ an toàn. Sẽ được gửi đi.</translation>
    </message>
    <message>
        <source>Done. Your number is confirmed.</source>
        <translation>Xong. Số đã được xác thực.</translation>
    </message>
    <message>
        <source>Done. The carrier has received it.</source>
        <translation>Xong. Nhà mạng đã nhận được.</translation>
    </message>
    <message>
        <source>No network now: it is sent by itself later. You can go home.</source>
        <translation>Hiện không có mạng, máy sẽ tự gửi sau. Quý khách có thể ra về.</translation>
    </message>
    <message>
        <source>Nothing else to do. The carrier sends you a text message.</source>
        <translation>Không cần làm gì thêm. Nhà mạng sẽ nhắn tin cho quý khách.</translation>
    </message>
    <message>
        <source>The carrier checks it and sends you a text message. You can go home.</source>
        <translation>Nhà mạng sẽ kiểm tra và nhắn tin kết quả. Quý khách có thể ra về.</translation>
    </message>
    <message>
        <source>Your numbers</source>
        <translation>Số của quý khách</translation>
    </message>
    <message>
        <source>Not yours</source>
        <translation>Không phải của quý khách</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Số biên nhận</translation>
    </message>
    <message>
        <source>Confirmation id</source>
        <translation>Mã xác nhận</translation>
    </message>
    <message>
        <source>Kept safely, not yet confirmed.</source>
        <translation>Đã giữ an toàn, chưa xác nhận.</translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::StaffDesk</name>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Hàng chờ</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Tình trạng máy</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Xin chờ một lát.</translation>
    </message>
</context>
</TS>
