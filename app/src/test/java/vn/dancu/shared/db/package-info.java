@NullMarked
package vn.dancu.shared.db;

import org.jspecify.annotations.NullMarked;
