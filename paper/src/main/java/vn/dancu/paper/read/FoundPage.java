package vn.dancu.paper.read;

import java.util.Optional;
import vn.dancu.paper.PageCode;

/**
 * A page of ours in a picture.
 *
 * @param where how its millimetres lie in the picture; empty when only its code was seen
 * @param code what its QR code says, or else its bars; empty when neither could be read
 * @param marks how many of the four corner marks were seen
 * @param black the grey of what is printed black
 */
record FoundPage(Optional<Homography> where, Optional<PageCode.Reading> code, int marks, int black) {}
