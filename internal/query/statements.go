package query

// StatementOrder is the order of a list of statements.
type StatementOrder struct {
	Field     StatementOrderField
	Direction OrderDirection
}

// StatementOrderField is what statements are ordered by.
type StatementOrderField string

// The fields.
const (
	BySubject  StatementOrderField = "SUBJECT"
	ByDate     StatementOrderField = "WHEN"
	ByEvidence StatementOrderField = "EVIDENCE"
)

// The lists of statements.
type (
	// StatementEdge is a statement in a list.
	StatementEdge = Edge[*Statement]
	// StatementConnection is a page of statements.
	StatementConnection = Connection[*Statement]
)

// Statements are those of all documents that are meant.
func (g *Graph) Statements(where *StatementWhere, p Page, order *StatementOrder) (*StatementConnection, error) {
	meant, err := where.test(g)
	if err != nil {
		return nil, err
	}
	if end := where.end(g); end != nil {
		return connectStatements(end.said(meant), p, order)
	}
	var found []*Statement
	for _, s := range g.statements {
		if meant(s) {
			found = append(found, s)
		}
	}
	return connectStatements(found, p, order)
}

// Statements are what documents say with the thing as subject or object.
func (t *Thing) Statements(where *StatementWhere, first *int, after *string, last *int, before *string, orderBy *StatementOrder) (*StatementConnection, error) {
	meant, err := where.test(t.g)
	if err != nil {
		return nil, err
	}
	return connectStatements(t.said(meant), page{first, after, last, before}, orderBy)
}

func connectStatements(found []*Statement, p page, order *StatementOrder) (*StatementConnection, error) {
	return connect(order.sort(found), p,
		(*Statement).ID,
		func(s *Statement) (*Edge[*Statement], error) { return &Edge[*Statement]{Node: s}, nil })
}

// sort orders statements that are in the order of statements; nil leaves them
// so. What has no date comes last either way.
func (o *StatementOrder) sort(all []*Statement) []*Statement {
	if o == nil {
		return all
	}
	switch o.Field {
	case ByDate:
		return sortBy(all, func(s *Statement) int { return s.dateRank }, o.Direction)
	case ByEvidence:
		return sortBy(all, func(s *Statement) int { return s.placeRank }, o.Direction)
	}
	return sortBy(all, func(s *Statement) int { return s.rank }, o.Direction)
}
