/** Rules of keying: what is keyed, how often, when two entries agree, what the paper bears. */
@NullMarked
package vn.dancu.keying.domain;

import org.jspecify.annotations.NullMarked;
