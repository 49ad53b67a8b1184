/**
 * The linkage engine on an Apache Spark cluster: the driver reads, trains and decides as {@code ./dancu link} does, and the
 * pairs are visited on the executors by the same code. Entry points: {@link vn.dancu.linkage.spark.Main} for the command
 * line, {@link vn.dancu.linkage.spark.SparkEngine} for programs.
 */
@NullMarked
package vn.dancu.linkage.spark;

import org.jspecify.annotations.NullMarked;
