/**
 * The engine done again, plainly: from raw cells to weights, candidates, links and clusters, by textbook algorithms over strings
 * and sets, every pair looked at. Written from the manual and the Javadoc; reads of the engine only its public face. Begin with
 * {@link vn.dancu.linkage.reference.PlainModel}.
 */
@NullMarked
package vn.dancu.linkage.reference;

import org.jspecify.annotations.NullMarked;
