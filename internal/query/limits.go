package query

// ServiceConfig is the limits in force.
type ServiceConfig struct {
	MaxBodyBytes    int
	MaxTokens       int
	MaxDepth        int
	MaxAliases      int
	MaxRootFields   int
	MaxComplexity   int
	MaxPageSize     int
	DefaultPageSize int
	MaxTextLength   int
	MaxListLength   int
	MaxErrors       int
	TimeoutMillis   int
}
