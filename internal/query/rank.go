package query

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
)

// rank numbers statements in each of the orders that can be asked for, so that
// ordering a list compares numbers.
func rank(all []*Statement) {
	for n, s := range slices.SortedFunc(slices.Values(all), (*Statement).comparePlace) {
		s.placeRank = n
	}
	slices.SortFunc(all, (*Statement).compare)
	for n, s := range all {
		s.rank = n
	}
	dates := rankDates(all)
	for _, s := range all {
		s.dateRank, s.timeRank, s.decade = dates[s.date()].rank, dates[s.time].rank, dates[s.time].decade
	}
}

// undated stands behind every date and decade.
const undated = 1 << 30

// dated is what is reckoned once for all statements with a date.
type dated struct{ rank, decade int }

func rankDates(all []*Statement) map[edtf.Date]dated {
	dates := map[edtf.Date]dated{}
	for _, s := range all {
		dates[s.date()], dates[s.time] = dated{}, dated{}
	}
	for n, date := range slices.SortedFunc(maps.Keys(dates), edtf.Compare) {
		dates[date] = dated{n, decadeOf(date)}
	}
	dates[edtf.Date{}] = dated{undated, undated}
	return dates
}

// decadeOf is the first year of the decade of a date's first day.
func decadeOf(date edtf.Date) int {
	earliest, _ := date.Bounds()
	if earliest.IsZero() {
		return undated
	}
	year := earliest.Year()
	return year - (year%10+10)%10
}

// compare orders statements by subject, predicate, object, id.
func (s *Statement) compare(other *Statement) int {
	return cmp.Or(
		cmp.Compare(s.subject.rank, other.subject.rank),
		strings.Compare(s.predicate.Name, other.predicate.Name),
		s.compareObject(other),
		cmp.Compare(s.id, other.id),
	)
}

// compareObject puts things in order of name, and literals in that of their text.
func (s *Statement) compareObject(other *Statement) int {
	if s.object != nil && other.object != nil {
		return cmp.Compare(s.object.rank, other.object.rank)
	}
	return strings.Compare(s.content.Object.String(), other.content.Object.String())
}

// comparePlace orders statements by document, place in it, id.
func (s *Statement) comparePlace(other *Statement) int {
	a, b := s.content.Evidence, other.content.Evidence
	return cmp.Or(
		cmp.Compare(a.Document, b.Document), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
		cmp.Compare(s.id, other.id),
	)
}
