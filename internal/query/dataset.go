package query

import "github.com/aseangraph/aseangraph/internal/edtf"

// Dataset is what is loaded.
type Dataset struct{ g *Graph }

// Dataset tells what is loaded.
func (g *Graph) Dataset() *Dataset { return &Dataset{g} }

// Title is what it is called.
func (d *Dataset) Title() string { return d.g.Release.Title }

// Version is a digest of all quads, and of what is known to be missing.
func (d *Dataset) Version() string { return d.g.Release.Version }

// Statements is how many there are.
func (d *Dataset) Statements() int { return len(d.g.statements) }

// Entities is how many there are, documents among them.
func (d *Dataset) Entities() int { return len(d.g.things) }

// Documents is how many there are.
func (d *Dataset) Documents() int {
	n := 0
	for _, t := range d.g.things {
		if t.document != nil {
			n++
		}
	}
	return n
}

// Built is when the data was released; nil where it does not say to the day.
func (d *Dataset) Built() *edtf.Day {
	earliest, latest := d.g.Release.Released.Bounds()
	if earliest != latest {
		return nil
	}
	return day(earliest)
}

// Licence is an SPDX id.
func (d *Dataset) Licence() string { return d.g.Release.Licence }
