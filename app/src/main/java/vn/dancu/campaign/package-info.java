/**
 * Who must be counted, how they are reached, and who is missing: targets, outreach, announcements, collection days. Figures for
 * others: {@link vn.dancu.campaign.PersonsToCount}, {@link vn.dancu.campaign.PersonsCollected},
 * {@link vn.dancu.campaign.OutreachTotals}, {@link vn.dancu.campaign.MissingReasons}; every rate is a
 * {@link vn.dancu.campaign.Coverage}.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "reference", "access", "reconciliation", "register"})
@NullMarked
package vn.dancu.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
