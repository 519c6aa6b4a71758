CREATE VIRTUAL TABLE search USING fts5 (
  title, text, content='texts', content_rowid='n', tokenize='unicode61 remove_diacritics 2'
);
