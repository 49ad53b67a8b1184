package vn.dancu.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;

/** One invented person as he or she truly is. Filled in while a household is made, not changed afterwards. */
final class Person {
    enum Status {
        RESIDENT,
        DEAD,
        GONE
    }

    final boolean female;
    final Ethnic ethnic;
    String id = "";
    Status status = Status.RESIDENT;
    /** Day the person died or left; null for residents. */
    @Nullable
    LocalDate endedOn;

    int birthYear;
    /** 0 where only the year is known to anybody. */
    int birthMonth;

    int birthDay;
    String surname;
    String middle = "";
    String given = "";
    String otherName = "";
    String religion = "Không";
    String bloodGroup = "";
    /** 1 single, 2 married, 3 divorced or widowed. */
    int marital = 1;

    Places.Place birthRegistration;
    Places.Place hometown;

    @Nullable
    String personalId;

    @Nullable
    String oldId;
    /** The CMND before the present one; null if it never changed. */
    @Nullable
    String previousOldId;

    Relation relation = Relation.OTHER;

    @Nullable
    Person father;

    @Nullable
    Person mother;

    @Nullable
    Person spouse;

    boolean fatherUnknown;
    String fatherName = "";
    String motherName = "";
    /** Year of the marriage that brought the person into the household; 0 for none. */
    int joinedYear;

    Person(boolean female, Ethnic ethnic, String surname, Places.Place birthRegistration, Places.Place hometown) {
        this.female = female;
        this.ethnic = ethnic;
        this.surname = surname;
        this.birthRegistration = birthRegistration;
        this.hometown = hometown;
    }

    String fullName() {
        return middle.isEmpty() ? surname + " " + given : surname + " " + middle + " " + given;
    }

    String sex() {
        return female ? "Nữ" : "Nam";
    }

    /** The date as known: yyyy-MM-dd or yyyy. */
    String birthDate() {
        return birthMonth == 0 ? String.valueOf(birthYear) : Text.date(birthYear, birthMonth, birthDay);
    }

    /** No record of the person can be older than this day. */
    LocalDate earliestRecord() {
        return birthMonth == 0
                ? LocalDate.of(birthYear, 12, 31)
                : LocalDate.of(birthYear, birthMonth, birthDay).plusDays(2);
    }

    boolean isResident() {
        return status == Status.RESIDENT;
    }

    String nameOfFather() {
        return father == null ? fatherName : father.fullName();
    }

    String nameOfMother() {
        return mother == null ? motherName : mother.fullName();
    }

    /** The number written for this person on the forms of relatives. */
    String numberForRelatives() {
        return personalId != null ? personalId : oldId != null ? oldId : "";
    }
}
