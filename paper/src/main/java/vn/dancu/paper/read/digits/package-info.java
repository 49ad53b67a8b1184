/**
 * Handwritten digits: grey pictures of single signs in, a digit with its calibrated confidence (or "no digit") out. Small
 * convolutional networks in plain Java, trained here by {@link vn.dancu.paper.read.digits.TrainDigits}; reading starts at
 * {@link vn.dancu.paper.read.digits.DigitReader}.
 */
@NullMarked
package vn.dancu.paper.read.digits;

import org.jspecify.annotations.NullMarked;
