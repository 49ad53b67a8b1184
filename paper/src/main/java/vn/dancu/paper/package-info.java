/**
 * The page of a paper form as data, in millimetres from its top left corner: what is printed on it, where its fields lie,
 * how it names itself to a scanner. Entry points: {@link vn.dancu.paper.Forms} for the layouts and
 * {@link vn.dancu.paper.PageCode} for what stands in the QR code.
 */
@NullMarked
package vn.dancu.paper;

import org.jspecify.annotations.NullMarked;
