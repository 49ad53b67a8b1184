/**
 * Forms, cover sheets, labels and minutes as vector PDF with their fonts in them. Entry point:
 * {@link vn.dancu.paper.print.PaperFile}; what is drawn goes through {@link vn.dancu.paper.print.Canvas}, so that the same
 * page can be drawn as an image.
 */
@NullMarked
package vn.dancu.paper.print;

import org.jspecify.annotations.NullMarked;
