package vn.dancu.linkage.command;

import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Model;

/** Models by name. */
final class Models {

    private Models() {}

    static Model named(String nameOrPath) {
        if (nameOrPath.equals(Model.personVi().name())) {
            return Model.personVi();
        }
        throw new LinkageException(
                "chưa đọc được tệp mô hình trong bản này: " + nameOrPath + ". Hãy dùng person-vi.",
                "this build reads no model files yet: " + nameOrPath + ". Use person-vi.");
    }
}
