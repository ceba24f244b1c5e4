package query

// SetPathBounds sets the bounds of searches for paths and gives back a function
// that sets them as they were.
func SetPathBounds(looks, trails int) (restore func()) {
	wereLooks, wereTrails := maxLooks, maxTrails
	maxLooks, maxTrails = looks, trails
	return func() { maxLooks, maxTrails = wereLooks, wereTrails }
}
