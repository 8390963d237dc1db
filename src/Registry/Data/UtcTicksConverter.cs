using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Registry.Data;

/// <summary>Instants as UTC ticks, because SQLite neither stores nor orders offsets.</summary>
public sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
