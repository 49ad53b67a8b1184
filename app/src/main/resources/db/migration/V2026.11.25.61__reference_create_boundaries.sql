-- Outlines of communes, as imported from GeoJSON, in degrees; longitude and latitude by turns, ring after ring.
create table reference.boundary (
    commune_code text primary key,
    ring_lengths integer[] not null,
    coordinates double precision[] not null,
    west double precision not null,
    south double precision not null,
    east double precision not null,
    north double precision not null,
    x double precision not null,
    y double precision not null,
    imported_by text not null,
    imported_at timestamptz not null
);
