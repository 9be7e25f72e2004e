/** A thing as schema.org describes it, for machines that read pages. Data, which no browser runs; `<` cannot end it. [CI-2] */
export const LinkedData = ({ thing }: { thing: Readonly<Record<string, unknown>> }) => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{
      __html: JSON.stringify({ '@context': 'https://schema.org', ...thing }).replaceAll('<', '\\u003c'),
    }}
  />
)
