/**
 * An administrative document as data, in the form of Decree 30/2020/NĐ-CP, written as HTML, PDF, DOCX or XLSX. Entry point:
 * {@link vn.dancu.shared.document.Document}.
 */
@NullMarked
package vn.dancu.shared.document;

import org.jspecify.annotations.NullMarked;
