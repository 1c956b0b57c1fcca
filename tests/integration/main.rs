mod concept_note;
