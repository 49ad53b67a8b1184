/** Pure rules of the campaign: contradictions of targets, the effect of outreach, public texts, slots of a collection day. */
@NullMarked
package vn.dancu.campaign.domain;

import org.jspecify.annotations.NullMarked;
