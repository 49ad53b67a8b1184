/** Pure rules of re-verification: how many to visit, and what a batch must show to be accepted. */
@NullMarked
package vn.dancu.verification.domain;

import org.jspecify.annotations.NullMarked;
