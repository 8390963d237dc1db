using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Registry.Data;

/// <summary>
/// Decimals as whole hundredths (tiyn, hundredths of a percent): exact and sortable on both databases,
/// where SQLite would keep text. Importers bound amounts to 10^15 and two decimals.
/// </summary>
public sealed class TiynConverter() : ValueConverter<decimal, long>(
    amount => (long)decimal.Round(amount * 100m, 0, MidpointRounding.ToEven),
    tiyn => tiyn / 100m);
