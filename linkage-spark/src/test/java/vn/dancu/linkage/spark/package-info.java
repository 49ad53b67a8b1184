/** Runs on Spark against runs without it: the files must be the same, byte for byte. Nothing listens beyond the loopback. */
@NullMarked
package vn.dancu.linkage.spark;

import org.jspecify.annotations.NullMarked;
