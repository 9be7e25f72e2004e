import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Texts of the register that give words, as SQL over a row. */
const texts = {
  item: `concat_ws(' ', r.designation, r.title, r.scope_note)`,
  item_title: 'r.title',
  gap: `concat_ws(' ', r.title, r.description)`,
}

/** Words that are not there yet, of rows that are given as \`r\`. Only what a query may ask for by likeness: Latin letters and digits. */
const newWords = (rows: string, text: string) => `
  insert into search_word (word)
  select distinct w.word from ${rows} r, unnest(tsvector_to_array(to_tsvector('simple', plain(${text})))) w (word)
  where w.word ~ '^[a-z0-9]{3,40}$' and w.word ~ '[a-z]' and not exists (select from search_word s where s.word = w.word)`

/**
 * The words of the register, so that parts of words and mistyped words are looked for among some ten thousand words and not in a hundred thousand
 * texts. A word is never taken out: one that no text has any more finds nothing. A word may stand in it twice, when two transactions bring the
 * same new one at once: a unique index would make one wait for the other.
 */
export class SearchWords1760000012610 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create table search_word (word text not null)')
    await db.query('create index search_word_is on search_word (word)')
    await db.query('create index search_word_alike on search_word using gin (word gin_trgm_ops)')
    for (const [table, text] of Object.entries(texts)) {
      await db.query(newWords(table, text))
      await db.query(`
        create function ${table}_words() returns trigger language plpgsql as $$
          begin
            ${newWords('changed', text)};
            return null;
          end $$`)
      for (const event of ['insert', 'update'])
        await db.query(`
          create trigger ${table}_words_${event} after ${event} on ${table} referencing new table as changed
            for each statement execute function ${table}_words()`)
    }

    // The words that one word may mean: those that it is part of, and the ones most like it, if it is long enough to be told apart.
    await db.query(`
      create function words_like(sought text) returns table (word text, likeness real) language sql stable parallel safe as $$
        select s.word, max(similarity(sought, s.word))
        from search_word s
        where (length(sought) >= 4 and s.word like '%' || sought || '%')
           or (length(sought) >= 5 and sought ~ '^[a-z]+$' and sought <% s.word)
        group by s.word order by 2 desc, s.word limit 60
      $$`)
    // What a word means as a full text query: itself, unfinished or not, and the words like it.
    await db.query(`
      create function search_query(sought text, is_unfinished boolean) returns tsquery language sql stable parallel safe as $$
        select to_tsquery('english', w) || to_tsquery('simple', w) || to_tsquery('english', coalesce(m.more, '')) ||
          to_tsquery('simple', coalesce(m.more, ''))
        from (select case when is_unfinished then sought || ':*' else sought end as w) q,
             (select string_agg(word, ' | ') as more from words_like(sought)) m
      $$`)
    // The one word of the register that is most like it; nothing when it is a word itself.
    await db.query(`
      create function nearest_query(sought text) returns tsquery language sql stable parallel safe as $$
        select to_tsquery('english', coalesce((select word from words_like(sought) order by likeness desc, word limit 1), ''))
      $$`)

    // Keys of a name in one line, each after a bar: what begins with something is found by an index.
    await db.query(`
      create function keys_line(keys text[]) returns text language sql immutable strict parallel safe as $$
        select '|' || array_to_string(keys, '|')
      $$`)
    await db.query('create index item_name_begun on item_name using gin (keys_line(keys) gin_trgm_ops)')
    await db.query(`create index item_title_words on item_title using gin (to_tsvector('english', plain(title)))`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index item_title_words, item_name_begun')
    await db.query('drop function keys_line(text[])')
    await db.query('drop function nearest_query(text)')
    await db.query('drop function search_query(text, boolean)')
    await db.query('drop function words_like(text)')
    for (const table of Object.keys(texts)) {
      for (const event of ['insert', 'update']) await db.query(`drop trigger ${table}_words_${event} on ${table}`)
      await db.query(`drop function ${table}_words()`)
    }
    await db.query('drop table search_word')
  }
}
