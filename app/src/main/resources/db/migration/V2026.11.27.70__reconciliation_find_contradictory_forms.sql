-- Forms whose sources contradict each other are some per cent of all: counted from here, not from all verdicts.
create index field_verdict_differing on reconciliation.field_verdict (form_id) where verdict = 'differs';
