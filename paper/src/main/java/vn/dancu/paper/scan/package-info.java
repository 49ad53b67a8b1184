/**
 * Files of scans, read page by page into result files: PDF, TIFF, JPEG and PNG in, pages.csv and fields.csv out. A run that was
 * killed goes on at the next page. Entry point: {@link vn.dancu.paper.scan.ScanRun}.
 */
@NullMarked
package vn.dancu.paper.scan;

import org.jspecify.annotations.NullMarked;
