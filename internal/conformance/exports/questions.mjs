// Questions asked twice: of the server in GraphQL, of the N-Quads in SPARQL.
// answer turns data of GraphQL into rows; those of SPARQL have the same
// columns. IRIs are without the base, numbers are text, null is unbound. Rows
// are compared as a set.

const prefixes = `
  PREFIX : <https://w3id.org/aseangraph/>
  PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
  PREFIX dcterms: <http://purl.org/dc/terms/>
  PREFIX prov: <http://www.w3.org/ns/prov#>
`;

// real is the condition that a statement happened or goes on.
const real = `GRAPH ?document { ?statement :status ?status FILTER(?status IN ("HAPPENED", "ONGOING")) }`;

export const questions = [
  {
    name: "which funds does Japan contribute to?",
    graphql: `{ country(id: "country/japan") { name contributesTo(first: 100) { totalCount nodes { id name } } } }`,
    answer: ({ country }) => country.contributesTo.nodes.map(({ id, name }) => [id, name]),
    sparql: `SELECT ?fund ?name {
      GRAPH ?statement { <https://w3id.org/aseangraph/country/japan> :contributesTo ?fund }
      ${real}
      ?fund skos:prefLabel ?name
    }`,
  },
  {
    name: "which funds have Japan as a contributor, and who says so?",
    graphql: `{ funds(where: {contributors: "country/japan"}) { totalCount nodes { id contributors { totalCount edges {
      node { name }
      statements { when { edtf } evidence { document { title publisher } section paragraph start end } }
    } } } } }`,
    answer: ({ funds }) =>
      funds.nodes.flatMap(({ id, contributors }) =>
        contributors.edges.flatMap(({ node, statements }) =>
          statements.map(({ when, evidence: { document, section, paragraph, start, end } }) =>
            [id, node.name, when?.edtf, document.title, document.publisher, section, paragraph, start, end]),
        ),
      ),
    sparql: `SELECT ?fund ?name ?when ?title ?publisher ?section ?paragraph ?start ?end {
      GRAPH ?japans { <https://w3id.org/aseangraph/country/japan> :contributesTo ?fund }
      GRAPH ?statement { ?contributor :contributesTo ?fund }
      ${real}
      ?contributor skos:prefLabel ?name .
      ?document dcterms:title ?title OPTIONAL { ?document dcterms:publisher ?publisher }
      OPTIONAL { GRAPH ?document { ?statement :when ?when } }
      OPTIONAL { GRAPH ?document { ?statement :section ?section } }
      OPTIONAL { GRAPH ?document { ?statement :paragraph ?paragraph } }
      OPTIONAL { GRAPH ?document { ?statement :start ?start ; :end ?end } }
    }`,
  },
  {
    name: "which programmes were launched in the 1980s?",
    graphql: `{ programmes(first: 100, where: {launchedIn: {during: "1980/1989"}}, orderBy: {field: NAME, direction: ASC}) {
      nodes { name launchedIn { value { edtf } } }
    } }`,
    answer: ({ programmes }) => programmes.nodes.flatMap(({ name, launchedIn }) => launchedIn.map(({ value }) => [name, value.edtf])),
    sparql: `SELECT ?name ?date {
      ?programme a :Programme ; skos:prefLabel ?name
      GRAPH ?statement { ?programme :launchedIn ?date FILTER(STR(?date) >= "1980" && STR(?date) < "1990") }
      ${real}
    }`,
  },
  {
    name: "at what did Takeo Fukuda meet others, when and where?",
    graphql: `{ entity(id: "person/takeo-fukuda") { name ... on Person { metAt(first: 100) { edges {
      node { id name } statements { when { edtf } where { name } status }
    } } } } }`,
    answer: ({ entity }) =>
      entity.metAt.edges.flatMap(({ node, statements }) =>
        statements.map(({ when, where, status }) => [node.id, node.name, when?.edtf, where?.name, status])),
    sparql: `SELECT ?event ?name ?when ?where ?status {
      GRAPH ?statement { <https://w3id.org/aseangraph/person/takeo-fukuda> :metAt ?event }
      ${real}
      ?event skos:prefLabel ?name
      OPTIONAL { GRAPH ?document { ?statement :when ?when } }
      OPTIONAL { GRAPH ?document { ?statement :where ?place } ?place skos:prefLabel ?where }
    }`,
  },
  {
    name: "what was planned, tentative or proposed?",
    graphql: `{ statements(where: {status: [PLANNED, TENTATIVE, PROPOSED]}, first: 100) { totalCount nodes {
      id subject { name } predicate { name } status asOf { edtf } evidence { section }
    } } }`,
    answer: ({ statements }) =>
      statements.nodes.map(({ id, subject, predicate, status, asOf, evidence }) =>
        [id, subject.name, predicate.name, status, asOf?.edtf, evidence.section]),
    sparql: `SELECT ?statement ?name ?predicate ?status ?asOf ?section {
      GRAPH ?document { ?statement :status ?status FILTER(?status IN ("PLANNED", "TENTATIVE", "PROPOSED")) }
      GRAPH ?statement { ?subject ?predicate ?object }
      ?subject skos:prefLabel ?name
      OPTIONAL { GRAPH ?document { ?statement :asOf ?asOf } }
      OPTIONAL { GRAPH ?document { ?statement :section ?section } }
    }`,
  },
  {
    name: "who is Junichiru?",
    graphql: `{ search(text: "Junichiru", first: 1) { nodes { id name } } }`,
    answer: ({ search }) => search.nodes.map(({ id, name }) => [id, name]),
    sparql: `SELECT DISTINCT ?entity ?name {
      ?entity skos:prefLabel ?name ; skos:altLabel ?alias FILTER(CONTAINS(?alias, "Junichiru"))
    }`,
  },
  {
    name: "in what could Japan take part on 1 June 1997?",
    graphql: `{ country(id: "country/japan") { participatesIn(first: 100, where: {asOf: "1997-06-01"}) { totalCount nodes { name } } } }`,
    answer: ({ country }) => country.participatesIn.nodes.map(({ name }) => [name]),
    // A bare date is a beginning, and no date could be any time.
    sparql: `SELECT DISTINCT ?name {
      GRAPH ?statement { <https://w3id.org/aseangraph/country/japan> :participatesIn ?mechanism }
      ${real}
      ?mechanism skos:prefLabel ?name
      OPTIONAL { GRAPH ?document { ?statement :when ?when } BIND(STRAFTER(STR(?when), "/") AS ?end) }
      FILTER(!BOUND(?when) || (STR(?when) <= "1997-06-01" && (?end IN ("", "..") || CONCAT(?end, "-99") >= "1997-06-01")))
    }`,
  },
  {
    name: "how much was measured of Japan, and by whom said?",
    graphql: `{ observations(first: 100, where: { reporter: "country/japan" }) { totalCount nodes { id value { value { value unit qualifier } statements { evidence { document { id } } } } } } }`,
    answer: ({ observations }) =>
      observations.nodes.flatMap(({ id, value }) =>
        value.flatMap(({ value: { value, unit, qualifier }, statements }) =>
          statements.map(({ evidence }) => [id, `${value} ${unit} ${qualifier}`, evidence.document.id]))),
    sparql: `SELECT ?observation ?value ?document {
      GRAPH ?reported { ?observation :reporter <https://w3id.org/aseangraph/country/japan> }
      GRAPH ?statement { ?observation :value ?value }
      ${real}
    }`,
  },
  {
    name: "what ties to the ASEAN Cultural Fund, both ways?",
    graphql: `{ fund(id: "fund/asean-cultural-fund") { links(first: 100) { totalCount nodes { predicate { name } node { id } statements { id status } } } } }`,
    answer: ({ fund }) =>
      fund.links.nodes.flatMap(({ predicate, node, statements }) =>
        statements.map(({ id, status }) => [predicate.name, node.id, id, status])),
    sparql: `SELECT ?predicate ?other ?statement ?status {
      VALUES ?fund { <https://w3id.org/aseangraph/fund/asean-cultural-fund> }
      { GRAPH ?statement { ?fund ?predicate ?other FILTER(ISIRI(?other)) } GRAPH ?document { ?statement prov:wasDerivedFrom ?document } }
      UNION { GRAPH ?statement { ?other ?predicate ?fund } GRAPH ?document { ?statement prov:wasDerivedFrom ?document } }
      GRAPH ?document { ?statement :status ?status }
    }`,
  },
  {
    name: "how many things are there of each class?",
    graphql: `{ ontology { classes { name count } } }`,
    answer: ({ ontology }) => ontology.classes.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]),
    sparql: `SELECT ?class (COUNT(?entity) AS ?count) { ?entity a ?class } GROUP BY ?class`,
  },
  {
    name: "how many statements use each predicate?",
    graphql: `{ ontology { predicates { name count } } }`,
    answer: ({ ontology }) => ontology.predicates.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]),
    sparql: `SELECT ?predicate (COUNT(?statement) AS ?count) {
      GRAPH ?statement { ?subject ?predicate ?object }
      GRAPH ?document { ?statement prov:wasDerivedFrom ?document }
    } GROUP BY ?predicate`,
  },
].map((question) => ({ ...question, sparql: prefixes + question.sparql }));
