@NullMarked
package vn.dancu.linkage.command;

import org.jspecify.annotations.NullMarked;
