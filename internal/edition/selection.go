package edition

import (
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Part says which part of an edition is meant; the zero Part is everything.
type Part struct {
	Around []string         // the ids of the things it lies around; empty for the whole graph
	Depth  int              // how many links away from these, 1 or more; without them it means nothing
	Where  *query.LinkWhere // which statements; nil for all
}

// Selection is a part for export: the statements that query.Graph.Choose
// gives, what they speak of, their documents, and the things that the part lies
// around. Everything stands in the order of the data files.
func (e *Edition) Selection(part Part) (export.Selection, error) {
	all := export.Select(e.Ontology, e.Graph.Vocabulary, e.Dataset.Entities, e.Dataset.Documents, e.Dataset.Statements)
	if len(part.Around) == 0 && part.Where == nil {
		return all, nil
	}
	chosen, err := e.Graph.Choose(part.Around, part.Depth, part.Where)
	if err != nil {
		return export.Selection{}, err
	}
	var centres []statement.EntityID
	for _, t := range chosen.Centres {
		centres = append(centres, statement.EntityID(t.ID()))
	}
	return all.Only(chosen.Has(), centres...), nil
}
