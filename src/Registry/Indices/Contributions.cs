namespace Registry.Indices;

/// <summary>Splits the raw value among the checked factors by largest remainder, so that what is shown adds up.</summary>
internal static class Contributions
{
    /// <summary>The factors; with contributions where there is a raw value.</summary>
    public static Factor[] Of(List<Finding> findings, double checkedWeight, int? rawTenths)
    {
        var factors = new Factor[findings.Count];
        for (var i = 0; i < factors.Length; i++)
            factors[i] = findings[i].Factor;
        if (rawTenths is not { } total)
            return factors;
        Span<int> tenths = stackalloc int[factors.Length];
        Span<double> remainders = stackalloc double[factors.Length];
        var left = total;
        for (var i = 0; i < factors.Length; i++)
        {
            remainders[i] = double.NegativeInfinity;
            if (factors[i].Score is not { } score)
                continue;
            var exact = 1000 * factors[i].Weight * score / checkedWeight;
            tenths[i] = (int)Math.Floor(exact);
            remainders[i] = exact - tenths[i];
            left -= tenths[i];
        }
        Share(tenths, remainders, left);
        for (var i = 0; i < factors.Length; i++)
        {
            if (factors[i].Score is not null)
                factors[i] = factors[i] with { Contribution = tenths[i] / 10.0 };
        }
        return factors;
    }

    private static void Share(Span<int> tenths, Span<double> remainders, int left)
    {
        for (; left > 0; left--)
        {
            var largest = 0;
            for (var i = 1; i < remainders.Length; i++)
            {
                if (remainders[i] > remainders[largest])
                    largest = i;
            }
            tenths[largest]++;
            remainders[largest]--;
        }
    }
}
