// Each test has the machine to itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
