package vn.dancu.linkage.command;

/** What {@code --help} says. */
final class Help {

    private Help() {}

    private static final String COMMON = """
              --threshold P          xác suất ít nhất của một liên kết / least probability of a link (0.5)
              --truth T.csv          so với sự thật: in precision, recall, F1 / print them against the truth
              --train                học lại dù mô hình không yêu cầu / train although the model says not to
              --labels L.csv         left_id,right_id,same: cặp đã biết / pairs that are known
              --estimate             chỉ đếm cặp của từng quy tắc / only count the pairs of every rule
              --parameters FILE      dùng tham số đã học / use parameters learnt before
              --save-parameters FILE ghi tham số học được / write what was learnt
              --chart FILE.svg       vẽ mô hình / draw what the model has learnt
              --engine local         máy này / this machine; spark://host:port, local[N]: Apache Spark
              --threads N            số luồng (mọi lõi) / threads (all cores)
              --memory 2g            bộ nhớ tối đa (nửa máy) / most memory (half of the machine)
              --max-pairs N          từ chối khi quy tắc tạo nhiều cặp hơn / refuse rules that make more pairs
              --seed N               hạt giống của mẫu ngẫu nhiên / seed of random samples (1)
            """;

    static final String LINK = """
            Usage: ./dancu link --left A.csv --right B.csv --model M.yaml --out links.csv
                   ./dancu link --suggest A.csv B.csv [--out M.yaml]
            Nối hồ sơ của hai tệp CSV. / Links the records of two CSV files.
            links.csv: left_id,right_id,weight,probability; weight là log2 của tỷ số chênh (gồm tiên nghiệm) / log2 odds
            with the prior. Cặp chưa rõ và đồng hạng / doubtful pairs and ties: links.uncertain.csv.

              --left A.csv --right B.csv
              --model M.yaml         tệp mô hình, hoặc / a model file, or: person-vi
              --out links.csv
              --one-to-one, --no-one-to-one
                                     mỗi hồ sơ nhiều nhất một bạn (theo mô hình) / one partner at most (as the model says)
              --uncertain-from P     chưa rõ từ xác suất / uncertain from this probability on (0.5)
              --explain N            giải thích N cặp gần ngưỡng nhất / explain the N pairs closest to the threshold
              --curve FILE.svg       vẽ đường ngưỡng của các cặp đã ghi / draw what other thresholds give, of the pairs written
              --left-id H, --right-id H
                                     tên cột mã hồ sơ, nếu khác mô hình / headers of the ids, if not as in the model
              --suggest A B          mô hình đầu tiên theo dữ liệu / a first model from the data
            """ + COMMON + """
                    --truth: left_id,right_id
                    """;

    static final String DEDUPE = """
            Usage: ./dancu dedupe --input A.csv --model M.yaml --out clusters.csv
                   ./dancu dedupe --suggest A.csv [--out M.yaml]
            Tìm hồ sơ trùng trong một tệp CSV. / Finds the records of one CSV file that stand for one.
            clusters.csv: id,cluster_id, mỗi hồ sơ một dòng / a line for every record.

              --input A.csv
              --model M.yaml         tệp mô hình, hoặc / a model file, or: person-vi
              --out clusters.csv
              --explain N            giải thích N cặp gần ngưỡng nhất / explain the N pairs closest to the threshold
              --id H                 tên cột mã hồ sơ, nếu khác mô hình / header of the ids, if not as in the model
              --suggest A            mô hình đầu tiên theo dữ liệu / a first model from the data
            """ + COMMON + """
                    --truth: id,cluster_id
                    """;
}
