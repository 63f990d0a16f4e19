using System.Security.Cryptography;
using System.Text;

namespace Portal.Sandbox.Traffic;

/// <summary>Chance that is the same for the same words, on every machine.</summary>
internal sealed class Dice(params object[] words)
{
#pragma warning disable CA5394 // What is thrown for is how often a made-up call fails, no secret.
    private readonly Random _random = new(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('/', words)))));

    public double Share() => _random.NextDouble();

    public bool Falls(double probability) => _random.NextDouble() < probability;

    /// <summary>Without the end.</summary>
    public int Number(int from, int to) => _random.Next(from, to);

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
#pragma warning restore CA5394

    /// <summary>How many come where so many are expected.</summary>
    public int Arrivals(double expected)
    {
        if (expected > 50)
        {
            return Math.Max(0, (int)Math.Round(expected + (Math.Sqrt(expected) * Normal())));
        }

        var (limit, product, count) = (Math.Exp(-expected), Share(), 0);
        while (product > limit)
        {
            product *= Share();
            count++;
        }

        return count;
    }

    /// <summary>Around a middle, with a long tail to the right.</summary>
    public double Skewed(double middle, double spread) => middle * Math.Exp(spread * Normal());

    /// <summary>A place in a list by the weights of all.</summary>
    public int Place(double[] weights)
    {
        var sum = 0d;
        for (var place = 0; place < weights.Length; place++)
        {
            sum += weights[place];
        }

        var left = Share() * sum;
        for (var place = 0; place < weights.Length - 1; place++)
        {
            left -= weights[place];
            if (left < 0)
            {
                return place;
            }
        }

        return weights.Length - 1;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());
}
