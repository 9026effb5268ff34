-- expand: a search that does not mind accents, nor how words are joined.

-- The letters of a text without their accents, so that "resume" and "résumé" are one word. The server folds what is searched for
-- by the same function. unaccent, the extension, is not used: it reads its rules from a file, so that what it gives may not be
-- stored, and not every database that Tenth runs on has it.
CREATE FUNCTION without_accents(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(
    replace(replace(replace(replace(replace(replace(replace(replace(
        regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g'),
        'ß', 'ss'), 'ẞ', 'SS'), 'æ', 'ae'), 'Æ', 'AE'), 'œ', 'oe'), 'Œ', 'OE'), 'þ', 'th'), 'Þ', 'TH'),
    'øØłŁđĐðÐıħĦŧŦ', 'oOlLdDdDihHtT');

-- The words of a text: what joins two of them parts them, so that "Smith-Jones", "lease/amendment" and "v2.final" are two each.
CREATE FUNCTION words_of(text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN to_tsvector('simple', translate(
    without_accents($1),
    '-‐‑‒–—−_/\.,:;|@#&+*=~^<>()[]{}"''’‘“”«»!?%$§',
    repeat(' ', 60)));

-- Under the name that it had, so that the version before goes on searching in it.
ALTER TABLE tasks DROP COLUMN search;
ALTER TABLE tasks
    ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS (
        setweight(words_of(title), 'A') || setweight(words_of(description), 'B')) STORED;
