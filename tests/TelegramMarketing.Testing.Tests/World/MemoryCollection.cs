namespace TelegramMarketing.Testing.Tests.World;

/// <summary>Memory is measured while no other test runs.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public class MemoryCollection;
