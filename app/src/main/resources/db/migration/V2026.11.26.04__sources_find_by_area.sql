-- People of a ward or a residential group whom only the book knows: asked for at every search that finds few forms.
create index residence_entry_by_area on sources.residence_entry (commune_code, residential_group);
