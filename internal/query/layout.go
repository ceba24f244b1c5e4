package query

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"math"
	"slices"
)

// point is a place in a picture. Products are rounded before they are added
// (float64 of them is), so that no machine fuses the two, and places are the
// same on all.
type point struct{ x, y float64 }

func (p point) plus(q point) point     { return point{p.x + q.x, p.y + q.y} }
func (p point) minus(q point) point    { return point{p.x - q.x, p.y - q.y} }
func (p point) times(f float64) point  { return point{float64(p.x * f), float64(p.y * f)} }
func (p point) square() float64        { return float64(p.x*p.x) + float64(p.y*p.y) }
func (p point) length() float64        { return math.Sqrt(p.square()) }
func (p point) within(r float64) point { return p.times(min(1, r/max(p.length(), tiny))) }
func (p point) direction() point       { return p.times(1 / max(p.length(), tiny)) }

// framed is the nearest point in the square picture.
func (p point) framed() point { return point{max(-1, min(1, p.x)), max(-1, min(1, p.y))} }

// tiny stands for no distance where one divides by it.
const tiny = 1e-9

// layout places nodes in a disc of radius 1, by the forces of Fruchterman and
// Reingold (1991): linked nodes attract each other, all nodes repel, and moves
// shrink. Every node is drawn home besides, which is what keeps a picture when
// a few of its nodes change.
type layout struct {
	homes  []point
	fixed  int       // how many nodes, the first ones, stay at home
	pulls  [][2]int  // the pairs that are linked, each once
	weight []float64 // how much each node has about it, from 1: the more, the less it gives in to its links
	charge []float64 // how strongly each node pushes the others away, from 1
	homing float64   // how strongly a node is drawn home, as a share of its distance a round
	places []point
}

// The other forces, as shares of the room that a node has.
const (
	pulling = 0.30
	pushing = 0.05
	apart   = 0.55 // no two nodes stand nearer
)

// arrange finds the places in a number of rounds; the error is that of ctx.
func (l *layout) arrange(ctx context.Context, rounds int) error {
	l.places = slices.Clone(l.homes)
	room := 1.6 / math.Sqrt(float64(len(l.homes)+1))
	for n := range rounds {
		if err := ctx.Err(); err != nil {
			return err
		}
		moves := l.forces(room)
		heat := 0.12 * float64(rounds-n) / float64(rounds)
		for i := l.fixed; i < len(l.places); i++ {
			l.places[i] = l.places[i].plus(moves[i].within(heat)).within(1)
		}
	}
	return nil
}

// forces sums what acts on each node.
func (l *layout) forces(room float64) []point {
	moves := make([]point, len(l.places))
	reach := float64(pushing * room * room)
	for i, p := range l.places {
		moves[i] = moves[i].plus(l.homes[i].minus(p).times(l.homing))
		for j := i + 1; j < len(l.places); j++ {
			away := p.minus(l.places[j])
			push := away.times(float64(reach*l.charge[i]*l.charge[j]) / max(away.square(), tiny))
			moves[i], moves[j] = moves[i].plus(push), moves[j].minus(push)
		}
	}
	for _, pair := range l.pulls {
		i, j := pair[0], pair[1]
		towards := l.places[j].minus(l.places[i])
		pull := towards.times(pulling * towards.length() / room)
		moves[i], moves[j] = moves[i].plus(pull.times(1/l.weight[i])), moves[j].minus(pull.times(1/l.weight[j]))
	}
	return moves
}

// charged makes nodes with much about them push the more, so that what hangs on
// one is not mixed with what hangs on another: by as much as share, up to 1, tells.
func (l *layout) charged(share float64) {
	for i, weight := range l.weight {
		l.charge[i] = 1 + float64(share*max(0, weight-3))
	}
}

// fill makes the places reach from -1 to 1.
func (l *layout) fill() []point {
	var widest float64
	for _, p := range l.places {
		widest = max(widest, math.Abs(p.x), math.Abs(p.y))
	}
	for i, p := range l.places {
		l.places[i] = p.times(1 / max(widest, tiny))
	}
	return l.places
}

// settle moves nodes that stand too close away from each other, keeps all in
// the picture and rounds to thousandths.
func (l *layout) settle() []point {
	l.part(2 * apart / math.Sqrt(float64(len(l.places)+1)))
	for i, p := range l.places {
		l.places[i] = point{rounded(p.x), rounded(p.y)}
	}
	return l.places
}

func rounded(f float64) float64 {
	return math.Round(float64(1000*max(-1, min(1, f)))) / 1000
}

// part moves nodes that stand too close away from each other, within the picture.
func (l *layout) part(distance float64) {
	for moved, rounds := true, 0; moved && rounds < 100; rounds++ {
		moved = false
		for i := range l.places {
			for j := max(i+1, l.fixed); j < len(l.places); j++ {
				away := l.places[i].minus(l.places[j])
				gap := away.length()
				if gap >= distance {
					continue
				}
				moved = true
				if gap < tiny {
					away = point{0, 1}
				}
				push := away.direction().times((distance - gap) / 2)
				if i < l.fixed {
					l.places[j] = l.places[j].minus(push.times(2)).framed()
					continue
				}
				l.places[i], l.places[j] = l.places[i].plus(push).framed(), l.places[j].minus(push).framed()
			}
		}
	}
}

// seed is a place in the disc of radius 1 that the id alone gives.
func seed(id string) point {
	sum := sha256.Sum256([]byte(id))
	for n := 0; n+8 <= len(sum); n += 8 { // the first of four tries that falls into the disc
		p := point{signed(sum[n:]), signed(sum[n+4:])}
		if p.length() <= 1 {
			return p
		}
	}
	return point{signed(sum[:]), 0}
}

// signed reads four bytes as a number from -1 to 1.
func signed(b []byte) float64 {
	return float64(int32(binary.BigEndian.Uint32(b))) / (1 << 31)
}
