-- The text of the letter that carries the note, a paragraph an entry; none was kept of consultations made before.

alter table consultations add column letter text[] not null default '{}';
