/** Calendars of visits: the product's solver beside a local search and beside going through the list. */
package vn.dancu.bench.planning;
